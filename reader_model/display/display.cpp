#include "reader_model/display/display.h"

#include <algorithm>
#include <string_view>

namespace uketsuke::reader {

namespace {

Text with_tries(Text text, int tries_left) {
  constexpr std::string_view kMark = "{tries}";
  for (std::string* words : {&text.ja, &text.en}) {
    const auto at = words->find(kMark);
    if (at != std::string::npos) words->replace(at, kMark.size(), std::to_string(tries_left));
  }
  return text;
}

}  // namespace

void Display::show(record::Screen screen, const std::vector<record::Button>& buttons, int tries_left,
                   bool by_phone) {
  screen_ = screen;
  buttons_ = buttons;
  const ScreenText& words = book_.screens.at(screen);
  const Text& text = by_phone && words.text_by_phone ? *words.text_by_phone : words.text;
  record::ScreenShown shown{screen, words.title, with_tries(text, tries_left), {}, words.code};
  for (const record::Button button : buttons) shown.buttons.push_back({button, book_.label(screen, button)});
  record_.add(record::Source::reader, std::move(shown));
}

void Display::touch(record::Button button) {
  if (std::find(buttons_.begin(), buttons_.end(), button) == buttons_.end()) return;
  record_.add(record::Source::patient, record::ButtonTouched{screen_, button});
  firmware->touched(button);
}

}  // namespace uketsuke::reader
