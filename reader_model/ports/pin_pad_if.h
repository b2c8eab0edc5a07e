#pragma once

#include <systemc>

#include "record/secret.h"

namespace uketsuke::reader {

/// What a patient's finger can do to the PIN pad.
class PinPadIf : public virtual sc_core::sc_interface {
 public:
  /// Types digits and confirms them. Ignored unless the screen asks for a PIN.
  virtual void type_pin(const record::Secret& pin) = 0;
};

}  // namespace uketsuke::reader
