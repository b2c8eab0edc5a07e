#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "kernel/time.h"
#include "reader_model/ports/card_slot_if.h"
#include "reader_model/ports/phone_reader_if.h"
#include "reader_model/ports/pin_pad_if.h"
#include "reader_model/ports/staff_terminal_if.h"
#include "reader_model/ports/touch_screen_if.h"

namespace uketsuke::sim {

/// Everything that people can do to a reader, written down with its millisecond.
struct FakeReader : reader::CardSlotIf,
                    reader::TouchScreenIf,
                    reader::PinPadIf,
                    reader::PhoneReaderIf,
                    reader::StaffTerminalIf {
  std::vector<std::string> log;
  bool occupied = false;

  bool insert(const reader::CardBody& card) override {
    note(occupied ? "no room for " + card.pseudonym : "insert " + card.pseudonym);
    return !std::exchange(occupied, true);
  }
  void remove() override { note("remove"); }
  void touch(record::Button button) override { note("touch " + std::string(to_name(button))); }
  void type_pin(const record::Secret& pin) override { note(fmt::format("pin of {}", pin.size())); }
  void hold_phone(const reader::PhoneBody& phone) override { note("phone of " + phone.pseudonym); }
  void set_staff_mode(record::StaffMode mode) override { note("mode " + std::string(to_name(mode))); }
  void decide_visual_check(bool same) override { note(same ? "same person" : "another person"); }

 private:
  void note(const std::string& what) {
    log.push_back(
        fmt::format("{} {}", std::chrono::duration_cast<std::chrono::milliseconds>(sc_now()).count(), what));
  }
};

}  // namespace uketsuke::sim
