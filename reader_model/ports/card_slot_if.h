#pragma once

#include <systemc>

#include "reader_model/ports/card_body.h"

namespace uketsuke::reader {

/// What a patient's hand can do at the slot.
class CardSlotIf : public virtual sc_core::sc_interface {
 public:
  /// @return false if a card is in the slot or on its way in; then nothing happens
  virtual bool insert(const CardBody& card) = 0;

  /// Takes the card out at once; on its way in, it is taken back. Ignored if the slot is empty.
  virtual void remove() = 0;
};

}  // namespace uketsuke::reader
