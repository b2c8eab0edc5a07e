#include "reader_model/face_match/policy/face_policy.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::reader {
namespace face_policy_test {

using testing::HasSubstr;

constexpr const char* kShipped = "reader_model/face_match/policy/face_policy.yaml";

/// The shipped policy with one text replaced by another.
std::string changed(const std::string& from, const std::string& to) {
  std::ifstream in(kShipped);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("the policy has no " + from);
  return text.replace(at, from.size(), to);
}

InputError error_of(const std::string& policy) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "face_policy.yaml";
  std::ofstream(path) << policy;
  try {
    load_face_policy(path);
  } catch (const InputError& error) {
    return error;
  }
  throw std::logic_error("loaded");
}

// Thresholds as measured on LFW with one side as a grey card photo: docs/face-policy.md.
TEST(FacePolicy, TheShippedThresholdsAreTheMeasuredOnes) {
  FacePolicy policy = load_face_policy(kShipped);
  choose_fmr(policy, 1e-3);
  EXPECT_FLOAT_EQ(policy.similarity_at_least(), 0.325F);
  choose_fmr(policy, 1e-4);
  EXPECT_FLOAT_EQ(policy.similarity_at_least(), 0.400F);
}

TEST(FacePolicy, BothLivenessTestsAreRequiredAsShipped) {
  const FacePolicy policy = load_face_policy(kShipped);
  EXPECT_TRUE(policy.liveness_required);
  EXPECT_TRUE(policy.parallax.required);
}

TEST(FacePolicy, ARateThatWasNotMeasuredIsRefusedWithThoseThatWere) {
  FacePolicy policy = load_face_policy(kShipped);
  try {
    choose_fmr(policy, 1e-6);
    FAIL() << "taken";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("0.001, 0.0001"));
  }
}

TEST(FacePolicy, AThresholdOfOnesOwnTakesThePlaceOfTheRows) {
  FacePolicy policy = load_face_policy(kShipped);
  choose_threshold(policy, 0.77);
  EXPECT_FLOAT_EQ(policy.similarity_at_least(), 0.77F);
}

TEST(FacePolicy, AThresholdThatIsNoSimilarityIsRefused) {
  FacePolicy policy = load_face_policy(kShipped);
  EXPECT_THROW(choose_threshold(policy, 1.5), InputError);
  EXPECT_THROW(choose_threshold(policy, std::stod("nan")), InputError);
}

TEST(LoadFacePolicy, AKeyThatNothingReadsIsAnErrorWithItsPlace) {
  const InputError error = error_of(changed("yaw_at_most: 15", "yaw_at_mots: 15"));
  EXPECT_GT(error.place().line, 1);
}

TEST(LoadFacePolicy, AnUnknownKeyBesideTheOthersIsAnError) {
  EXPECT_EQ(error_of(changed("fmr: 1e-4\n", "fmr: 1e-4\nfnmr: 1e-4\n")).problem(), InputProblem::unknown_key);
}

TEST(LoadFacePolicy, AWordWhereANumberIsExpectedIsAnError) {
  EXPECT_EQ(error_of(changed("votes: 3", "votes: many")).problem(), InputProblem::wrong_type);
  EXPECT_EQ(error_of(changed("roll_at_most: 15", "roll_at_most: 15deg")).problem(), InputProblem::wrong_type);
}

TEST(LoadFacePolicy, ANumberOutsideItsRangeIsAnError) {
  EXPECT_EQ(error_of(changed("second_face_share: 0.5", "second_face_share: 1.5")).problem(),
            InputProblem::bad_value);
  EXPECT_EQ(error_of(changed("second_face_share: 0.5", "second_face_share: nan")).problem(),
            InputProblem::bad_value);
}

TEST(LoadFacePolicy, ADefaultRateWithoutARowIsAnError) {
  EXPECT_EQ(error_of(changed("fmr: 1e-4\n", "fmr: 1e-5\n")).problem(), InputProblem::bad_value);
}

TEST(LoadFacePolicy, LimitsInTheWrongOrderAreAnError) {
  EXPECT_EQ(error_of(changed("eyes_apart_at_least: 60", "eyes_apart_at_least: 500")).problem(),
            InputProblem::bad_value);
}

TEST(LoadFacePolicy, SidesThatTheViewsNeverReachAreAnError) {
  EXPECT_EQ(error_of(changed("yaw_change_at_least: 26 ", "yaw_change_at_least: 71 ")).problem(),
            InputProblem::bad_value);
}

TEST(LoadFacePolicy, FewerViewsThanBothSidesNeedAreAnError) {
  EXPECT_EQ(error_of(changed("views: 30", "views: 5")).problem(), InputProblem::bad_value);
}

TEST(LoadFacePolicy, OnePictureIsNotYetFrozen) {
  EXPECT_EQ(error_of(changed("frozen_frames: 10", "frozen_frames: 1")).problem(), InputProblem::bad_value);
}

}  // namespace face_policy_test
}  // namespace uketsuke::reader
