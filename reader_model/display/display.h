#pragma once

#include <optional>
#include <vector>

#include "reader_model/display/screen_book.h"
#include "record/record.h"

namespace uketsuke::reader {

/// The touch screen: shows a screen of the book, and knows which button a finger hits.
class Display {
 public:
  Display(const ScreenBook& book, record::Record& record) : book_(book), record_(record) {}

  /// @param tries_left takes the place of `{tries}` in the text
  /// @param by_phone   in the words for a reception without a card, where the screen has them
  void show(record::Screen screen, const std::vector<record::Button>& buttons, int tries_left,
            bool by_phone = false);

  record::Screen screen() const { return screen_; }

  /// A finger on the screen. @return whether the screen shows that button; the touch is recorded only then
  bool touch(record::Button button);

  void note_time_out() { record_.add(record::Source::reader, record::ScreenTimedOut{screen_}); }

 private:
  const ScreenBook& book_;
  record::Record& record_;
  record::Screen screen_ = record::Screen::idle;
  std::vector<record::Button> buttons_;
};

}  // namespace uketsuke::reader
