#pragma once

#include <systemc>

#include "reader_model/display/display.h"
#include "reader_model/ports/firmware_input_if.h"
#include "reader_model/ports/phone_reader_if.h"
#include "record/record.h"

namespace uketsuke::reader {

/// The external reader for smartphones: detects a phone while the screen asks for one.
class PhoneReader : public sc_core::sc_module, public PhoneReaderIf {
 public:
  sc_core::sc_port<FirmwareInputIf> firmware{"firmware"};

  /// @param display  outlives this
  PhoneReader(sc_core::sc_module_name name, const Display& display, record::Record& record)
      : sc_module(name), display_(display), record_(record) {}

  void hold_phone(const PhoneBody& phone) override;

 private:
  const Display& display_;
  record::Record& record_;
};

}  // namespace uketsuke::reader
