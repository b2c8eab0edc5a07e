#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "base/text.h"
#include "record/words/display_words.h"

namespace uketsuke::reader {

/// The texts of a screen.
struct ScreenText {
  Text title;
  Text text;                               ///< may contain `{tries}`
  std::string code;                        ///< error number, `006`; empty if there is none
  std::map<record::Button, Text> labels;   ///< labels that differ from the common ones
  std::optional<Text> text_by_phone = {};  ///< replaces the text in a reception without a card
};

/// All screens of a reader. The texts are data, so that a manufacturer can replace them.
struct ScreenBook {
  std::map<record::Screen, ScreenText> screens;
  std::map<record::Button, Text> labels;

  Text label(record::Screen screen, record::Button button) const;
};

/// Reads screens.yaml. @throws InputError, also if a screen or button has no text
ScreenBook load_screens(const std::filesystem::path& file);

}  // namespace uketsuke::reader
