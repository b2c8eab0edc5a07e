#pragma once

#include <systemc>

#include "reader_model/display/display.h"
#include "reader_model/ports/firmware_input_if.h"
#include "reader_model/ports/pin_pad_if.h"
#include "record/record.h"

namespace uketsuke::reader {

/// The PIN pad: takes digits while the screen asks for a PIN. The record gets the number of digits, never the
/// digits.
class PinPad : public sc_core::sc_module, public PinPadIf {
 public:
  sc_core::sc_port<FirmwareInputIf> firmware{"firmware"};

  /// @param display  outlives this
  PinPad(sc_core::sc_module_name name, const Display& display, record::Record& record)
      : sc_module(name), display_(display), record_(record) {}

  void type_pin(const record::Secret& pin) override;

 private:
  const Display& display_;
  record::Record& record_;
};

}  // namespace uketsuke::reader
