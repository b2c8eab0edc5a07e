#include "oqs/vocabulary.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "base/data_root.h"
#include "base/yaml/document.h"
#include "base/yaml/value.h"

namespace uketsuke::oqs {

namespace {

std::vector<Word> load_words(const std::filesystem::path& file) {
  std::vector<Word> words;
  for (const auto& [name, value] : yaml::load_one(file).map().entries()) {
    yaml::Map map = value.map();
    Word word{name.text(), map.required("ja").text(), map.required("en").text(), "", Spelling::text};
    if (const auto codes = map.optional("codes")) word.codes = codes->text();
    if (const auto spelling = map.optional("spelling")) word.spelling = spelling->one_of<Spelling>();
    map.finish();
    words.push_back(std::move(word));
  }
  return words;
}

const std::vector<Word>& words() {
  static const std::vector<Word> all = load_words(data_root() / "oqs/vocabulary.yaml");
  return all;
}

}  // namespace

const Word* word(std::string_view name) {
  const auto& all = words();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Word& w) { return w.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace uketsuke::oqs
