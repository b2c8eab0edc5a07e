#include "reader_model/face_match/policy/guidance.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::reader {
namespace guidance_test {

TEST(LoadGuidance, TheShippedWordsAreJapaneseWithEnglishBesideThem) {
  const GuidanceBook book = load_guidance("reader_model/face_match/policy/guidance.yaml");
  EXPECT_EQ(book.at(Guidance::step_back).ja, "少し離れてください");
  EXPECT_EQ(book.at(Guidance::turn_head).ja, "ゆっくり顔を左右に動かしてください");
  for (const auto& [guidance, text] : book) EXPECT_FALSE(text.en.empty()) << to_name(guidance);
}

/// The shipped file with one text replaced by another.
std::filesystem::path changed(const TemporaryFolder& folder, const std::string& from, const std::string& to) {
  std::ifstream in("reader_model/face_match/policy/guidance.yaml");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  text.replace(text.find(from), from.size(), to);
  const std::filesystem::path path = folder.path() / "guidance.yaml";
  std::ofstream(path) << text;
  return path;
}

TEST(LoadGuidance, AGuidanceWithoutWordsIsAnError) {
  const TemporaryFolder folder;
  const auto path =
      changed(folder, "  hold_still: { ja: 動かずにお待ちください, en: Please hold still }\n", "");
  try {
    load_guidance(path);
    FAIL() << "loaded";
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), InputProblem::missing_key);
  }
}

TEST(LoadGuidance, AGuidanceThatDoesNotExistIsAnError) {
  const TemporaryFolder folder;
  EXPECT_THROW(load_guidance(changed(folder, "hold_still:", "hold_stil:")), InputError);
}

TEST(SteadyGuidance, IsShownOnceItWasWantedInEnoughFrames) {
  SteadyGuidance guidance(3);
  EXPECT_EQ(guidance.next(Guidance::come_closer), std::nullopt);
  EXPECT_EQ(guidance.next(Guidance::come_closer), std::nullopt);
  EXPECT_EQ(guidance.next(Guidance::come_closer), Guidance::come_closer);
}

TEST(SteadyGuidance, AnotherOneInBetweenBeginsTheCountAnew) {
  SteadyGuidance guidance(2);
  guidance.next(Guidance::come_closer);
  guidance.next(Guidance::step_back);
  EXPECT_EQ(guidance.next(Guidance::come_closer), std::nullopt);
}

TEST(SteadyGuidance, StaysWhileAnotherIsWantedTooShortly) {
  SteadyGuidance guidance(2);
  guidance.next(Guidance::come_closer);
  guidance.next(Guidance::come_closer);
  EXPECT_EQ(guidance.next(std::nullopt), Guidance::come_closer);
  EXPECT_EQ(guidance.next(std::nullopt), std::nullopt);
}

TEST(SteadyGuidance, ShowsNothingAfterAReset) {
  SteadyGuidance guidance(1);
  guidance.next(Guidance::too_dark);
  guidance.reset();
  EXPECT_EQ(guidance.shown(), std::nullopt);
}

}  // namespace guidance_test
}  // namespace uketsuke::reader
