#include "bench/accuracy/scorer.h"

#include <gmock/gmock.h>

#include <deque>
#include <fstream>

#include "reader_model/face_match/plugin/face_plugin.h"
#include "tests/unit/bench/accuracy/fake_pictures.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::bench {
namespace scorer_test {

using ::testing::HasSubstr;

/// Pictures for the fake matcher; each stays where it is, as a scorer knows it by its address.
class ScorerTest : public ::testing::Test {
 protected:
  const Picture& picture(int person, int noise, Fake behaviour = Fake::face, int liveness = 255) {
    const std::string name = std::to_string(pictures_.size()) + ".png";
    write_fake(folder_.path() / name, person, noise, behaviour, liveness);
    return pictures_.emplace_back(Picture{folder_.path() / name, name, 0, false});
  }

  const Picture& damaged() {
    std::ofstream(folder_.path() / "damaged.png") << "\x89PNG\r\n\x1a\n and no more";
    return pictures_.emplace_back(Picture{folder_.path() / "damaged.png", "damaged.png", 0, false});
  }

  /// Grey all over, which is the person to the fake matcher with `grey=yes`.
  const Picture& grey(int level) {
    const std::string name = std::to_string(pictures_.size()) + ".png";
    camera::Image image = camera::Image::blank(200, 250, 1);
    image.pixels.assign(image.pixels.size(), static_cast<std::uint8_t>(level));
    camera::write_png(folder_.path() / name, image);
    return pictures_.emplace_back(Picture{folder_.path() / name, name, 0, false});
  }

  Scorer scorer{fake_matcher(), false};

 private:
  TemporaryFolder folder_;
  std::deque<Picture> pictures_;
};

TEST_F(ScorerTest, NamesTheMatcherAsItNamesItself) {
  EXPECT_EQ(scorer.matcher_name(), "fake");
  EXPECT_EQ(scorer.matcher_version(), "1.0");
}

TEST_F(ScorerTest, MatcherThatRefusesItsOptionsCannotBeOpened) {
  EXPECT_THROW(Scorer(fake_matcher(R"({"refuse":"me"})"), false), reader::PluginError);
}

TEST_F(ScorerTest, ExaminedPictureHasItsSize) {
  const PictureState state = scorer.examine(picture(1, 0), true, true);
  EXPECT_EQ(state.width, 16);
  EXPECT_EQ(state.height, 12);
}

TEST_F(ScorerTest, ReferenceIsEnrolledAndNotLookedAt) {
  const PictureState state = scorer.examine(picture(1, 0), true, false);
  EXPECT_EQ(state.enrolled, true);
  EXPECT_FALSE(state.face);
}

TEST_F(ScorerTest, ProbeIsLookedAtAndNotEnrolled) {
  const PictureState state = scorer.examine(picture(1, 0), false, true);
  EXPECT_EQ(state.face, true);
  EXPECT_FALSE(state.enrolled);
}

TEST_F(ScorerTest, ProbeHasTheLivenessOfTheMatcher) {
  const PictureState state = scorer.examine(picture(1, 0, Fake::face, 51), false, true);  // 51 / 255
  EXPECT_NEAR(state.liveness.value_or(-1), 0.2, 1e-6);
}

TEST_F(ScorerTest, ProbeWithoutAFaceSaysSo) {
  const PictureState state = scorer.examine(picture(1, 0, Fake::no_face), false, true);
  EXPECT_EQ(state.face, false);
  EXPECT_FALSE(state.liveness);
  EXPECT_EQ(state.note, "no face in it");
}

TEST_F(ScorerTest, ReferenceThatIsTurnedAwayHasTheReasonOfTheMatcher) {
  const PictureState state = scorer.examine(picture(1, 0, Fake::not_enrolled), true, false);
  EXPECT_EQ(state.enrolled, false);
  EXPECT_THAT(state.note, HasSubstr("turned away"));
}

TEST_F(ScorerTest, PictureThatCannotBeReadIsNeitherEnrolledNorLookedAt) {
  const PictureState state = scorer.examine(damaged(), true, true);
  EXPECT_THAT(state.unusable, HasSubstr("damaged.png"));
  EXPECT_FALSE(state.enrolled);
  EXPECT_FALSE(state.face);
}

TEST_F(ScorerTest, GenuineComparisonHasTheScoreOfTheMatcher) {
  EXPECT_NEAR(scorer.compare(picture(1, 10), picture(1, 20)).score.value_or(-1), 0.8, 1e-6);
}

TEST_F(ScorerTest, ImpostorComparisonHasTheScoreOfTheMatcher) {
  EXPECT_NEAR(scorer.compare(picture(1, 10), picture(2, 40)).score.value_or(-1), 0.2, 1e-6);
}

TEST_F(ScorerTest, EachReferenceIsEnrolledInItsTurn) {
  const Picture& first = picture(1, 10);
  const Picture& second = picture(2, 30);
  const Picture& probe = picture(1, 20);
  EXPECT_NEAR(scorer.compare(first, probe).score.value_or(-1), 0.8, 1e-6);
  EXPECT_NEAR(scorer.compare(second, probe).score.value_or(-1), 0.2, 1e-6);
  EXPECT_NEAR(scorer.compare(first, probe).score.value_or(-1), 0.8, 1e-6);
}

TEST_F(ScorerTest, ReferenceThatFailedLeavesNoneOfBeforeInItsPlace) {
  const Picture& good = picture(1, 10);
  const Picture& refused = picture(1, 10, Fake::not_enrolled);
  const Picture& probe = picture(1, 20);
  scorer.compare(good, probe);
  EXPECT_FALSE(scorer.compare(refused, probe).score);
}

TEST_F(ScorerTest, ComparisonWithAReferenceThatIsTurnedAwaySaysWhy) {
  const ComparisonState state = scorer.compare(picture(1, 0, Fake::not_enrolled), picture(1, 0));
  EXPECT_THAT(state.note, HasSubstr("turned away"));
}

TEST_F(ScorerTest, ComparisonWithAProbeWithoutAFaceSaysSo) {
  const ComparisonState state = scorer.compare(picture(1, 0), picture(1, 0, Fake::no_face));
  EXPECT_FALSE(state.score);
  EXPECT_EQ(state.note, "no face in the probe");
}

TEST_F(ScorerTest, ComparisonWithoutASimilaritySaysSo) {
  const ComparisonState state = scorer.compare(picture(1, 0), picture(1, 0, Fake::no_score));
  EXPECT_FALSE(state.score);
  EXPECT_EQ(state.note, "the matcher gave no similarity");
}

TEST_F(ScorerTest, ComparisonThatFailsHasTheWordsOfTheMatcher) {
  const ComparisonState state = scorer.compare(picture(1, 0), picture(1, 0, Fake::fail));
  EXPECT_FALSE(state.score);
  EXPECT_THAT(state.note, HasSubstr("out of luck"));
}

TEST_F(ScorerTest, ComparisonWithAPictureThatCannotBeReadNamesIt) {
  EXPECT_THAT(scorer.compare(picture(1, 0), damaged()).note, HasSubstr("damaged.png"));
}

// 60 pictures are more than a scorer keeps.
TEST_F(ScorerTest, PictureThatWasPushedOutOfTheCacheIsReadAgain) {
  const Picture& reference = picture(1, 10);
  const Picture& first = picture(1, 20);
  scorer.compare(reference, first);
  for (int i = 0; i < 60; ++i) scorer.compare(reference, picture(2, i));
  EXPECT_NEAR(scorer.compare(reference, first).score.value_or(-1), 0.8, 1e-6);
}

class TemplateScorer : public ScorerTest {
 protected:
  Scorer templates{fake_template_matcher(), false};
};

// The fake matcher fails if it is asked for a similarity instead.
TEST_F(TemplateScorer, ComparesTemplatesWhereTheMatcherMakesThem) {
  EXPECT_NEAR(templates.compare(picture(1, 10), picture(1, 20)).score.value_or(-1), 0.8, 1e-6);
  EXPECT_NEAR(templates.compare(picture(1, 10), picture(2, 40)).score.value_or(-1), 0.2, 1e-6);
}

TEST_F(TemplateScorer, OnePictureCanBeReferenceAndProbe) {
  const Picture& one = picture(1, 10);
  const Picture& other = picture(1, 20);
  EXPECT_NEAR(templates.compare(one, other).score.value_or(-1), 0.8, 1e-6);
  EXPECT_NEAR(templates.compare(other, one).score.value_or(-1), 0.9, 1e-6);
}

TEST_F(TemplateScorer, ReferenceThatIsTurnedAwaySaysWhy) {
  const ComparisonState state = templates.compare(picture(1, 0, Fake::not_enrolled), picture(1, 0));
  EXPECT_FALSE(state.score);
  EXPECT_THAT(state.note, HasSubstr("turned away"));
}

TEST_F(TemplateScorer, ProbeWithoutAFaceSaysSo) {
  EXPECT_EQ(templates.compare(picture(1, 0), picture(1, 0, Fake::no_face)).note, "no face in the probe");
}

TEST_F(TemplateScorer, TemplateThatWasPushedOutIsMadeAgain) {
  const Picture& reference = picture(1, 10);
  const Picture& first = picture(1, 20);
  templates.compare(reference, first);
  for (int i = 0; i < 60; ++i) templates.compare(reference, picture(2, i));
  EXPECT_NEAR(templates.compare(reference, first).score.value_or(-1), 0.8, 1e-6);
}

// With `grey=yes` the fake matcher enrols nothing but 192 x 240 grey pixels.
constexpr const char* kCardOnly = R"({"grey":"yes"})";

TEST_F(ScorerTest, ReferenceGoesThroughTheCardIfAsked) {
  Scorer card(fake_matcher(kCardOnly), true);
  EXPECT_EQ(card.examine(grey(100), true, false).enrolled, true);
}

TEST_F(ScorerTest, ReferenceDoesNotGoThroughTheCardUnasked) {
  Scorer plain(fake_matcher(kCardOnly), false);
  EXPECT_THAT(plain.examine(grey(100), true, false).note, HasSubstr("not the card's photo"));
}

TEST_F(ScorerTest, TemplateOfAReferenceGoesThroughTheCardToo) {
  Scorer card(fake_template_matcher(kCardOnly), true);
  EXPECT_NEAR(card.compare(grey(100), grey(100)).score.value_or(-1), 0.9, 1e-6);  // noise 10
}

}  // namespace scorer_test
}  // namespace uketsuke::bench
