#include <gtest/gtest.h>

#include <regex>
#include <string>

#include "record/events.h"
#include "reports/html/album.h"
#include "reports/html/assets.h"
#include "tests/unit/record/every_kind.h"

namespace uketsuke::reports {
namespace words_test {

/// A table of the page's words, as text: from `const NAME = {` to the brace that closes it on a line of its
/// own.
std::string table(const std::string& name) {
  const std::string words(asset("assets/js/words.js"));
  const std::size_t begin = words.find("const " + name + " = {");
  if (begin == std::string::npos) return "";
  return words.substr(begin, words.find("\n};", begin) - begin);
}

/// A key with an English and a Japanese word, neither of them empty.
bool has(const std::string& words, const std::string& key) {
  return std::regex_search(words, std::regex("[ {]" + key + R"(: \[(['"])[^\]]+\1, '[^\]]+'\])"));
}

template <class Enum>
void expect_words_for_all(const std::string& name) {
  const std::string words = table(name);
  for (const auto& [value, key] : enum_names(Enum{}))
    EXPECT_TRUE(has(words, std::string(key))) << name << ": " << key;
}

TEST(WordsOfThePage, NameEveryKindOfEvent) {
  const std::string words = table("KINDS");
  const record::Record record = record::every_kind();
  for (const record::Event& event : record.events()) {
    const std::string kind(kind_of(event));
    // Drawn, folded and told in a way of their own.
    if (kind == "screen_shown" || kind == "apdu" || kind == "step_started") continue;
    EXPECT_TRUE(has(words, kind)) << kind;
  }
}

TEST(WordsOfThePage, NameEveryGuidance) { expect_words_for_all<record::Guidance>("GUIDANCES"); }
TEST(WordsOfThePage, NameEveryoneBeforeTheCamera) { expect_words_for_all<record::Shown>("SHOWN"); }
TEST(WordsOfThePage, NameEveryTroubleOfACamera) { expect_words_for_all<record::CameraTrouble>("TROUBLES"); }
TEST(WordsOfThePage, NameEveryRefusal) { expect_words_for_all<record::Refusal>("REFUSALS"); }
TEST(WordsOfThePage, NameEveryPhoneResult) { expect_words_for_all<record::PhoneCheck>("PHONE_RESULTS"); }
TEST(WordsOfThePage, NameEveryFaceResult) { expect_words_for_all<record::FaceResult>("FACE_RESULTS"); }
TEST(WordsOfThePage, NameEveryMethod) { expect_words_for_all<record::Method>("METHODS"); }

TEST(WordsOfThePage, SayWhyAPictureIsNotThere) {
  const std::string words = table("WORDS");
  for (const auto& [why, name] : enum_names(LeftOut{}))
    EXPECT_TRUE(has(words, "picture_" + std::string(name))) << name;
}

}  // namespace words_test
}  // namespace uketsuke::reports
