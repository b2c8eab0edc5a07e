#pragma once

#include <systemc>

#include "reader_model/ports/firmware_input_if.h"
#include "reader_model/ports/staff_terminal_if.h"
#include "record/record.h"

namespace uketsuke::reader {

/// The terminal at which staff control the reader: records what staff do and tells the firmware.
class StaffTerminal : public sc_core::sc_module, public StaffTerminalIf {
 public:
  sc_core::sc_port<FirmwareInputIf> firmware{"firmware"};

  StaffTerminal(sc_core::sc_module_name name, record::Record& record) : sc_module(name), record_(record) {}

  void set_staff_mode(record::StaffMode mode) override;
  void decide_visual_check(bool same_person) override;

 private:
  record::Record& record_;
};

}  // namespace uketsuke::reader
