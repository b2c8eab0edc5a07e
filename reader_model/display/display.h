#pragma once

#include <optional>
#include <systemc>
#include <vector>

#include "reader_model/display/screen_book.h"
#include "reader_model/ports/firmware_input_if.h"
#include "reader_model/ports/touch_screen_if.h"
#include "record/record.h"

namespace uketsuke::reader {

/// The touch screen: shows a screen of the book, knows which button a finger touches, and tells the firmware.
class Display : public sc_core::sc_module, public TouchScreenIf {
 public:
  sc_core::sc_port<FirmwareInputIf> firmware{"firmware"};

  Display(sc_core::sc_module_name name, const ScreenBook& book, record::Record& record)
      : sc_module(name), book_(book), record_(record) {}

  /// @param tries_left replaces `{tries}` in the text
  /// @param by_phone uses the text for a reception without a card, if the screen has one
  void show(record::Screen screen, const std::vector<record::Button>& buttons, int tries_left,
            bool by_phone = false);

  record::Screen screen() const { return screen_; }

  /// Records the touch and tells the firmware, if the screen shows the button.
  void touch(record::Button button) override;

  void note_time_out() { record_.add(record::Source::reader, record::ScreenTimedOut{screen_}); }

 private:
  const ScreenBook& book_;
  record::Record& record_;
  record::Screen screen_ = record::Screen::idle;
  std::vector<record::Button> buttons_;
};

}  // namespace uketsuke::reader
