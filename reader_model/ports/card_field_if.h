#pragma once

#include <memory>
#include <systemc>

#include "reader_model/ports/card_body.h"

namespace uketsuke::reader {

/// The space before the reader's antenna.
///
/// Frames do not pass through this interface: the radio link asks once for the card when it comes, and calls
/// it directly from then on. A reception takes a few hundred frames, and the link alone reckons nine million
/// exchanges per second (bench/link_bench); a channel with an event per frame would cost a context switch
/// each.
class CardFieldIf : public virtual sc_core::sc_interface {
 public:
  /// Puts a card there in place of what was there. Null: a card that does not answer.
  virtual void place(std::shared_ptr<CardInField> card) = 0;

  /// The card that was placed last; null if it does not answer.
  virtual std::shared_ptr<CardInField> card() = 0;
};

}  // namespace uketsuke::reader
