#include <gtest/gtest.h>

#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "record/events.h"
#include "record/verdict.h"
#include "reports/html/album.h"
#include "reports/html/assets.h"
#include "tests/unit/record/every_kind.h"

namespace uketsuke::reports {
namespace words_test {

/// A table of the page's words, as text: from `const NAME = {` to the brace that closes it.
std::string table(const std::string& name) {
  const std::string words(asset("assets/js/words.js"));
  const std::size_t begin = words.find("const " + name + " = {");
  if (begin == std::string::npos) return "";
  return words.substr(begin, words.find("};\n", begin) - begin);
}

/// Whether a key has a non-empty English and Japanese word.
bool has(const std::string& words, const std::string& key) {
  return std::regex_search(words, std::regex("[ {]" + key + R"(: \[(['"])[^\]]+\1, '[^\]]+'\])"));
}

std::set<std::string> keys(const std::string& words) {
  static const std::regex key(R"([ {]([A-Za-z_]+): \[)");
  std::set<std::string> found;
  for (std::sregex_iterator at(words.begin(), words.end(), key), end; at != end; ++at) found.insert((*at)[1]);
  return found;
}

/// Checks the table of one enumeration: every value has words, and nothing else has.
template <class Enum>
void expect_words_for_all(const std::string& name) {
  const std::string words = table(name);
  std::set<std::string> values;
  for (const std::string& value : names_of<Enum>()) {
    EXPECT_TRUE(has(words, value)) << name << ": " << value;
    values.insert(value);
  }
  EXPECT_EQ(keys(words), values) << name;
}

/// Checks the words of an enumeration in the page's general table, after a prefix.
template <class Enum>
void expect_general_words(const std::string& prefix) {
  const std::string words = table("WORDS");
  for (const std::string& value : names_of<Enum>()) EXPECT_TRUE(has(words, prefix + value)) << prefix + value;
}

TEST(WordsOfThePage, NameEveryKindOfEvent) {
  const std::string words = table("KINDS");
  const record::Record record = record::every_kind();
  for (const record::Event& event : record.events()) {
    const std::string kind(kind_of(event));
    // These are drawn, collapsed and described separately.
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

TEST(WordsOfThePage, NameEveryCategory) { expect_words_for_all<record::Category>("CATEGORIES"); }
TEST(WordsOfThePage, NameEverySource) { expect_words_for_all<record::Source>("SOURCES"); }

TEST(WordsOfThePage, SayWhyAPictureIsNotThere) { expect_general_words<LeftOut>("picture_"); }
TEST(WordsOfThePage, NameEveryColourOfTheLamp) { expect_general_words<record::LampColor>("lamp_"); }
TEST(WordsOfThePage, NameEveryClassOfRequirement) {
  expect_general_words<record::RequirementClass>("class_");
}

TEST(WordsOfThePage, NameEveryResultOfACaseAndOfARun) {
  expect_general_words<record::Result>("");
  expect_general_words<record::Result>("verdict_");
}

TEST(PagesResults, AreThoseOfTheRecordInTheirOrder) {
  const std::string script(asset("assets/js/dom.js"));
  std::string list;
  for (const std::string& result : names_of<record::Result>()) {
    list += (list.empty() ? "'" : ", '") + result + "'";
    EXPECT_TRUE(std::regex_search(script, std::regex("GLYPHS = \\{.*[ {]" + result + ": '"))) << result;
  }
  EXPECT_NE(script.find("const RESULTS = [" + list + "];"), std::string::npos) << list;
}

}  // namespace words_test
}  // namespace uketsuke::reports
