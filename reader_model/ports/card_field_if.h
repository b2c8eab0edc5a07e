#pragma once

#include <memory>
#include <systemc>

#include "reader_model/ports/card_body.h"

namespace uketsuke::reader {

/// The space in front of the reader's antenna.
///
/// Frames do not pass through this interface. The radio link asks once for a card that arrives, and calls it
/// directly from then on. A reception takes a few hundred frames, and the link alone computes nine million
/// exchanges per second (bench/link_bench); a channel with an event per frame would cost one context switch
/// per event.
class CardFieldIf : public virtual sc_core::sc_interface {
 public:
  /// Places a card in the field, replacing the one before. Null: a card that does not answer.
  virtual void place(std::shared_ptr<CardInField> card) = 0;

  /// The card that was placed last. Null if it does not answer.
  virtual std::shared_ptr<CardInField> card() = 0;
};

}  // namespace uketsuke::reader
