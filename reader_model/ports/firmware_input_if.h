#pragma once

#include <systemc>

#include "reader_model/ports/phone_body.h"
#include "record/secret.h"
#include "record/words/desk_words.h"
#include "record/words/display_words.h"

namespace uketsuke::reader {

/// Inputs from the reader's parts to its firmware. No call takes time: the firmware reads them in a thread of
/// its own.
class FirmwareInputIf : public virtual sc_core::sc_interface {
 public:
  virtual void card_in() = 0;
  virtual void card_out() = 0;
  virtual void touched(record::Button button) = 0;
  virtual void pin_typed(const record::Secret& pin) = 0;
  virtual void phone_held(const PhoneBody& phone) = 0;
  virtual void staff_mode_set(record::StaffMode mode) = 0;
  virtual void visual_check_decided(bool same_person) = 0;
};

}  // namespace uketsuke::reader
