#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kernel/main.h"
#include "reader_model/display/display.h"
#include "tests/unit/reader_model/fake_parts.h"

namespace uketsuke::reader {

/// Writes down what a part of the reader tells.
struct InputsNoted : FirmwareInputIf {
  std::vector<std::string> notes;
  void card_in() override { notes.emplace_back("card in"); }
  void card_out() override { notes.emplace_back("card out"); }
  void touched(record::Button button) override { notes.push_back("touched " + std::string(to_name(button))); }
  void pin_typed(const record::Secret& pin) override { notes.push_back("pin " + pin.reveal()); }
  void phone_held(const PhoneBody& phone) override { notes.push_back("phone of " + phone.pseudonym); }
  void staff_mode_set(record::StaffMode mode) override {
    notes.push_back("mode " + std::string(to_name(mode)));
  }
  void visual_check_decided(bool same) override {
    notes.emplace_back(same ? "same person" : "another person");
  }
};

/// A display that shows one screen, in a world that is elaborated by the test.
struct ShowingDisplay {
  record::Record record;
  ScreenBook screens = load_screens("reader_model/display/screens.yaml");
  InputsNoted inputs;
  Display display{"display", screens, record};

  ShowingDisplay() { display.firmware.bind(inputs); }
  void show(record::Screen screen) {
    sc_core::sc_start(sc_core::SC_ZERO_TIME);
    display.show(screen, {}, -1);
  }
  /// The kinds of what was recorded since the screen was shown.
  std::vector<std::string> recorded() const {
    std::vector<std::string> kinds;
    for (std::size_t i = 1; i < record.events().size(); ++i) kinds.emplace_back(kind_of(record.events()[i]));
    return kinds;
  }
};

}  // namespace uketsuke::reader
