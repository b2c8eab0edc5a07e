#include "reader_model/display/screen_book.h"

#include "base/yaml/document.h"

namespace uketsuke::reader {

namespace {

template <class Enum, class Found>
void require_all(const yaml::Value& value, const Found& found, const char* what) {
  for (const auto& [word, name] : enum_names(Enum{})) {
    if (found.count(word) == 0)
      value.fail(InputProblem::missing_key, fmt::format("no text for the {} \"{}\"", what, name));
  }
}

std::map<record::Button, Text> read_labels(const yaml::Value& value) {
  std::map<record::Button, Text> labels;
  yaml::Map map = value.map();
  for (const auto& [key, label] : map.entries()) labels[key.one_of<record::Button>()] = label.bilingual();
  return labels;
}

ScreenText read_screen(const yaml::Value& value) {
  yaml::Map map = value.map();
  ScreenText text{map.required("title").bilingual(), map.required("text").bilingual(), {}, {}, {}};
  if (const auto code = map.optional("code")) text.code = code->text();
  if (const auto by_phone = map.optional("text_by_phone")) text.text_by_phone = by_phone->bilingual();
  if (const auto labels = map.optional("buttons")) text.labels = read_labels(*labels);
  map.finish();
  return text;
}

}  // namespace

Text ScreenBook::label(record::Screen screen, record::Button button) const {
  const ScreenText& text = screens.at(screen);
  const auto own = text.labels.find(button);
  return own != text.labels.end() ? own->second : labels.at(button);
}

ScreenBook load_screens(const std::filesystem::path& file) {
  const yaml::Value value = yaml::load_one(file);
  yaml::Map map = value.map();
  ScreenBook book;
  const yaml::Value buttons = map.required("buttons");
  const yaml::Value screens = map.required("screens");
  map.finish();
  book.labels = read_labels(buttons);
  yaml::Map entries = screens.map();
  for (const auto& [key, screen] : entries.entries())
    book.screens[key.one_of<record::Screen>()] = read_screen(screen);
  require_all<record::Button>(buttons, book.labels, "button");
  require_all<record::Screen>(screens, book.screens, "screen");
  return book;
}

}  // namespace uketsuke::reader
