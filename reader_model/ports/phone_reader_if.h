#pragma once

#include <systemc>

#include "reader_model/ports/phone_body.h"

namespace uketsuke::reader {

/// What a patient's hand can do at the external reader for smartphones.
class PhoneReaderIf : public virtual sc_core::sc_interface {
 public:
  /// Holds a phone on it. Ignored unless the screen asks for one.
  virtual void hold_phone(const PhoneBody& phone) = 0;
};

}  // namespace uketsuke::reader
