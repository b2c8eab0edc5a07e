#include "bench/accuracy/measurement.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "tests/unit/bench/accuracy/face_folder.h"
#include "tests/unit/bench/accuracy/fake_pictures.h"

namespace uketsuke::bench {
namespace measurement_test {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// The two people of write_two_people, of which a test spoils a picture.
class MeasureTest : public FaceFolder {
 protected:
  void SetUp() override {
    FaceFolder::SetUp();
    write_two_people(folder);
    options.folder = folder;
  }

  Measurement measured(const Matcher& matcher = fake_matcher()) {
    plan = make_plan(options);
    testing::internal::CaptureStdout();  // the progress
    struct Release {
      ~Release() { testing::internal::GetCapturedStdout(); }
    } release;
    return measure(plan, attacks, matcher, options, stop);
  }

  std::size_t index(const std::string& name) const {
    for (std::size_t i = 0; i < plan.gallery.pictures.size(); ++i) {
      if (plan.gallery.pictures[i].name == name) return i;
    }
    throw std::logic_error("no picture " + name);
  }
  const ComparisonState& comparison(const Measurement& of, const std::string& reference,
                                    const std::string& probe) const {
    for (std::size_t i = 0; i < plan.comparisons.size(); ++i) {
      if (plan.comparisons[i].reference == index(reference) && plan.comparisons[i].probe == index(probe))
        return of.comparisons.at(i);
    }
    throw std::logic_error("not planned: " + reference + " with " + probe);
  }
  double score(const Measurement& of, const std::string& reference, const std::string& probe) const {
    return comparison(of, reference, probe).score.value_or(-1);
  }

  EvaluateOptions options;
  Gallery attacks;
  Plan plan;
  std::atomic<bool> stop{false};
};

TEST_F(MeasureTest, NamesTheMatcher) { EXPECT_EQ(measured().matcher, "fake 1.0"); }

TEST_F(MeasureTest, EveryComparisonHasItsOwnScore) {
  const Measurement measurement = measured();
  EXPECT_NEAR(score(measurement, "a/card.png", "a/1.png"), 0.8, 1e-6);
  EXPECT_NEAR(score(measurement, "a/card.png", "b/1.png"), 0.2, 1e-6);
  EXPECT_NEAR(score(measurement, "b/card.png", "a/1.png"), 0.2, 1e-6);
  EXPECT_NEAR(score(measurement, "b/card.png", "b/1.png"), 0.6, 1e-6);
}

TEST_F(MeasureTest, CountsWhatTheMatcherCompared) { EXPECT_EQ(measured().comparisons_made, 4U); }

TEST_F(MeasureTest, ManyProcessesMeasureWhatOneDoes) {
  const Measurement one = measured();
  options.jobs = 3;
  const Measurement many = measured();
  for (std::size_t i = 0; i < one.comparisons.size(); ++i)
    EXPECT_EQ(many.comparisons[i].score, one.comparisons[i].score);
}

// Twenty people make tiles of 16, so that comparisons are not made in the order of the plan.
TEST_F(MeasureTest, ScoresOfManyTilesStandWhereTheyBelong) {
  std::filesystem::remove_all(folder);
  for (int person = 0; person < 20; ++person) {
    const std::string name = std::string(1, static_cast<char>('a' + person));
    write_fake(folder / name / "card.png", person, 2 * person);
    write_fake(folder / name / "1.png", person, person);
  }
  const Measurement measurement = measured();
  for (std::size_t i = 0; i < plan.comparisons.size(); ++i) {
    const auto& pictures = plan.gallery.pictures;
    const auto reference = static_cast<double>(pictures[plan.comparisons[i].reference].person);
    const auto probe = static_cast<double>(pictures[plan.comparisons[i].probe].person);
    const double expected = reference == probe ? 1 - probe / 100 : (2 * reference + probe) / 250;
    ASSERT_NEAR(measurement.comparisons[i].score.value_or(-1), expected, 1e-6);
  }
}

TEST_F(MeasureTest, ReferenceHasNoLivenessAndAProbeHas) {
  const Measurement measurement = measured();
  EXPECT_FALSE(measurement.pictures[index("a/card.png")].liveness);
  EXPECT_EQ(measurement.pictures[index("a/1.png")].liveness, 1.0);
}

TEST_F(MeasureTest, AttackIsLookedAtAndNotEnrolled) {
  write_fake(temporary.path() / "attacks/mask/1.png", 1, 0, Fake::face, 102);  // 102 / 255
  attacks = read_gallery(temporary.path() / "attacks");
  const Measurement measurement = measured();
  ASSERT_EQ(measurement.attacks.size(), 1U);
  EXPECT_NEAR(measurement.attacks[0].liveness.value_or(-1), 0.4, 1e-6);
  EXPECT_FALSE(measurement.attacks[0].enrolled);
}

TEST_F(MeasureTest, PictureThatCannotBeReadIsNotCompared) {
  std::ofstream(folder / "a/1.png") << "no picture";
  options.all_against_all = false;
  std::ofstream(folder / "a/1.png", std::ios::binary) << "\x89PNG\r\n\x1a\n";
  const Measurement measurement = measured();
  EXPECT_EQ(comparison(measurement, "a/card.png", "a/1.png").note, "a picture cannot be read");
  EXPECT_EQ(measurement.comparisons_made, 2U);
}

TEST_F(MeasureTest, ReferenceThatIsTurnedAwayIsNotCompared) {
  write_fake(folder / "b/card.png", 2, 30, Fake::not_enrolled);
  const Measurement measurement = measured();
  EXPECT_EQ(comparison(measurement, "b/card.png", "a/1.png").note, "the reference was not enrolled");
  EXPECT_EQ(measurement.comparisons_made, 2U);
}

TEST_F(MeasureTest, ProbeWithoutAFaceIsNotCompared) {
  write_fake(folder / "a/1.png", 1, 20, Fake::no_face);
  const Measurement measurement = measured();
  EXPECT_EQ(comparison(measurement, "b/card.png", "a/1.png").note, "no face in the probe");
  EXPECT_EQ(measurement.comparisons_made, 2U);
}

TEST_F(MeasureTest, ComparisonOnWhichTheMatcherDiesIsNamed) {
  write_fake(folder / "a/1.png", 1, 20, Fake::crash);
  const Measurement measurement = measured();
  EXPECT_THAT(measurement.deaths, ElementsAre(HasSubstr("a/card.png with a/1.png: the matcher ")));
}

TEST_F(MeasureTest, ComparisonsBesideOneOnWhichTheMatcherDiesAreMade) {
  write_fake(folder / "a/1.png", 1, 20, Fake::crash);
  const Measurement measurement = measured();
  EXPECT_FALSE(comparison(measurement, "a/card.png", "a/1.png").score);
  EXPECT_NEAR(score(measurement, "b/card.png", "b/1.png"), 0.6, 1e-6);
  EXPECT_EQ(measurement.comparisons_made, 3U);
}

TEST_F(MeasureTest, MatcherThatRefusesItsOptionsIsTheUsersMistake) {
  EXPECT_THROW(measured(fake_matcher(R"({"refuse":"me"})")), InputError);
}

TEST_F(MeasureTest, MatcherThatDiesWhileItStartsIsNot) {
  EXPECT_THROW(measured(fake_matcher(R"({"start":"crash"})")), SystemError);
}

TEST_F(MeasureTest, WithoutAStopItIsNotInterrupted) { EXPECT_FALSE(measured().interrupted); }

TEST_F(MeasureTest, StoppedFromTheStartItExaminesNothing) {
  stop = true;
  const Measurement measurement = measured();
  EXPECT_TRUE(measurement.interrupted);
  EXPECT_THAT(measurement.pictures, Each(Field(&PictureState::examined, false)));
  EXPECT_THAT(measurement.deaths, IsEmpty());
}

}  // namespace measurement_test
}  // namespace uketsuke::bench
