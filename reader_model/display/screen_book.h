#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "base/text.h"
#include "record/words/display_words.h"

namespace uketsuke::reader {

/// What a screen says.
struct ScreenText {
  Text title;
  Text text;                               ///< may hold `{tries}`
  std::string code;                        ///< error number, `006`; empty where there is none
  std::map<record::Button, Text> labels;   ///< where they differ from the common ones
  std::optional<Text> text_by_phone = {};  ///< instead of the text in a reception without a card
};

/// All screens of a reader: words as data, so that a maker's wording can be put in their place.
struct ScreenBook {
  std::map<record::Screen, ScreenText> screens;
  std::map<record::Button, Text> labels;

  Text label(record::Screen screen, record::Button button) const;
};

/// Reads screens.yaml. @throws InputError, also where a screen or a button of the vocabulary has no words
ScreenBook load_screens(const std::filesystem::path& file);

}  // namespace uketsuke::reader
