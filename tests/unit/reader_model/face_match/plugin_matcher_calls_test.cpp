// Tests the matcher's calls to plug-in and camera, the time that it charges, and what it wipes.
#include <gmock/gmock.h>

#include <limits>

#include "base/error.h"
#include "reader_model/face_match/plugin/plugin_matcher.h"
#include "tests/unit/reader_model/face_match/matcher_desk.h"

namespace uketsuke::reader {
namespace plugin_matcher_calls_test {

using namespace std::chrono_literals;
using record::FaceResult;
using testing::ElementsAre;
using testing::HasSubstr;

using PluginMatcherCalls = MatcherDesk;

constexpr std::uint32_t kLandmarks = UKETSUKE_FACE_LANDMARKS;
constexpr std::uint32_t kTracked = kLandmarks | UKETSUKE_FACE_TRACK;
constexpr std::uint32_t kVote = kLandmarks | UKETSUKE_FACE_LIVENESS | UKETSUKE_FACE_SIMILARITY;

TEST_F(PluginMatcherCalls, TheFirstFrameIsDetectedTheNextAreTrackedAndTheVoteIsDetected) {
  policy_.parallax.required = false;
  look(3);
  EXPECT_THAT(script_.wanted, ElementsAre(kLandmarks, kTracked, kTracked, kVote));
}

TEST_F(PluginMatcherCalls, EveryFrameThatMayShowDepthIsDetected) {
  look(4);
  EXPECT_THAT(script_.wanted, ElementsAre(kLandmarks, kLandmarks, kLandmarks, kVote, kLandmarks));
}

TEST_F(PluginMatcherCalls, FramesBetweenTwoViewsAreTracked) {
  policy_.parallax.spacing = 2;
  look(3);
  // The second frame is too close to the view of the first.
  EXPECT_THAT(script_.wanted, ElementsAre(kLandmarks, kTracked, kLandmarks, kVote));
}

TEST_F(PluginMatcherCalls, AFaceThatHasJustComeIsTrackedUntilItsLandmarksHaveSettled) {
  policy_.parallax.settle_frames = 3;
  policy_.capture.steady_frames = 10;
  look(5);
  // The first frame has no predecessor to compare with, the next three were still; then views begin.
  EXPECT_THAT(script_.wanted, ElementsAre(kLandmarks, kTracked, kTracked, kLandmarks, kLandmarks));
}

TEST_F(PluginMatcherCalls, AFaceInAPlaceThatShowsNoDepthIsTracked) {
  place_ = {0, 0, -3000};
  look(3);
  EXPECT_THAT(script_.wanted, ElementsAre(kLandmarks, kTracked, kTracked));
}

TEST_F(PluginMatcherCalls, TheFrameInWhichTheFaceComesToAGoodPlaceIsNoView) {
  policy_.capture.jump_at_least = 100;
  policy_.gates.motion_at_most = 100;
  place_ = {0, 0, -3000};
  look(2);
  place_ = {};
  EXPECT_FALSE(look(2).evidence->parallax);  // needs two views
  EXPECT_TRUE(look().evidence->parallax);
}

TEST_F(PluginMatcherCalls, WithoutAFaceNothingIsTracked) {
  persons_ = 0;
  look(2);
  EXPECT_THAT(script_.wanted, ElementsAre(kLandmarks, kLandmarks));
}

TEST_F(PluginMatcherCalls, LivenessIsNotWantedWhereThePolicyDoesNotRequireIt) {
  policy_.liveness_required = false;
  policy_.parallax.required = false;
  look(3);
  EXPECT_EQ(script_.wanted.back(), kLandmarks | UKETSUKE_FACE_SIMILARITY);
}

// ---- the card's photo ----

TEST_F(PluginMatcherCalls, ThePhotoReachesThePluginDecoded) {
  EXPECT_EQ(matcher().enrol(card_photo()).status, EnrolStatus::enrolled);
  EXPECT_EQ(script_.enrolled, std::vector<std::uint8_t>(64 * 64, 99));
}

TEST_F(PluginMatcherCalls, APhotoThatCannotBeDecodedIsUnusableAndSaysWhy) {
  const EnrolResult result = matcher().enrol({1, 2, 3});
  EXPECT_EQ(result.status, EnrolStatus::unusable);
  EXPECT_EQ(result.text, "the card's photo is not JPEG 2000");
}

TEST_F(PluginMatcherCalls, APhotoWithoutAFaceIsSaidSo) {
  matcher();
  script_.enrol_status = UKETSUKE_FACE_NO_FACE;
  EXPECT_EQ(matcher().enrol(card_photo()).status, EnrolStatus::no_face);
}

TEST_F(PluginMatcherCalls, AfterAPhotoThatFailedTheOneBeforeIsNotUsed) {
  matcher().enrol({});
  EXPECT_THROW(look(), SystemError);
}

TEST_F(PluginMatcherCalls, AFrameWithoutAPictureIsAnError) {
  EXPECT_THROW(matcher().judge(camera::Frame{1, {}, camera::Subject::holder, nullptr}), SystemError);
}

// ---- what the policy needs ----

TEST_F(PluginMatcherCalls, ASimilarityThatIsNotGivenIsThePluginsError) {
  similarity_ = std::numeric_limits<float>::quiet_NaN();
  look(2);
  try {
    look();
    FAIL() << "voted";
  } catch (const PluginError& error) {
    EXPECT_EQ(error.problem(), PluginProblem::not_given);
  }
}

TEST_F(PluginMatcherCalls, ALivenessThatIsNotGivenNamesTheSettingThatDoesWithoutIt) {
  liveness_ = std::numeric_limits<float>::quiet_NaN();
  look(2);
  try {
    look();
    FAIL() << "voted";
  } catch (const PluginError& error) {
    EXPECT_THAT(error.what(), HasSubstr("liveness.required"));
  }
}

TEST_F(PluginMatcherCalls, FiveLandmarksDoNotDoForParallax) {
  script_.faces = [this](const auto&, auto) {
    auto face = seen();
    face.landmark_count = 5;
    return std::vector{face};
  };
  EXPECT_THROW(look(), PluginError);
}

TEST_F(PluginMatcherCalls, NoLandmarksAreThePluginsError) {
  policy_.parallax.required = false;
  script_.faces = [this](const auto&, auto) {
    auto face = seen();
    face.landmark_count = 0;
    return std::vector{face};
  };
  EXPECT_THROW(look(), PluginError);
}

// ---- simulated time ----

TEST_F(PluginMatcherCalls, EnrollingIsChargedByTheTable) {
  EXPECT_EQ(matcher().enrol(card_photo()).took, 7ms + 1s + 100ms + 1ms + 2ms);
}

TEST_F(PluginMatcherCalls, ATrackedFrameIsNotChargedForDetection) {
  policy_.parallax.required = false;
  EXPECT_EQ(look().took, 1s + 100ms + 1us + 10us);
  EXPECT_EQ(look().took, 100ms + 1us + 10us);
}

TEST_F(PluginMatcherCalls, AViewThatIsComparedWithEarlierOnesIsChargedForParallax) {
  EXPECT_EQ(look().took, 1s + 100ms + 1us + 10us + 100us);
}

TEST_F(PluginMatcherCalls, AVoteIsChargedForDetectionLivenessAndComparison) {
  policy_.parallax.required = false;
  look(2);
  EXPECT_EQ(look().took, 100ms + 1us + 10us + (1s + 100ms + 1ms + 2ms + 3ms + 10ms));
}

TEST_F(PluginMatcherCalls, StagesThatThePluginNamesAreChargedAndNotTheirTime) {
  matcher();
  script_.stage_names = {"landmarks", "align"};
  script_.stage_time = 123'456'789;
  EXPECT_EQ(look().took, 100ms + 1ms + 1us + 10us + 100us);
}

// ---- a frozen camera ----

TEST_F(PluginMatcherCalls, TheSamePictureAgainAndAgainIsAFrozenCamera) {
  camera::Frame frame = next_frame();
  for (int i = 1; i <= 3; ++i) EXPECT_FALSE(matcher().judge(frame).frozen) << i;
  const FaceJudgement fourth = matcher().judge(frame);
  EXPECT_TRUE(fourth.frozen);
  EXPECT_EQ(fourth.result, FaceResult::no_face);
  EXPECT_EQ(script_.wanted.size(), 1u) << "a repeated picture was analysed";
}

TEST_F(PluginMatcherCalls, AnotherPictureThawsTheCamera) {
  const camera::Frame frame = next_frame();
  for (int i = 0; i < 5; ++i) matcher().judge(frame);
  EXPECT_FALSE(look().frozen);
}

TEST_F(PluginMatcherCalls, RepeatedPicturesAreAnalysedWhereThePolicyDoesNotLookForThem) {
  policy_.capture.frozen_frames = 0;
  policy_.parallax.required = false;
  const camera::Frame frame = next_frame();
  matcher().judge(frame);
  matcher().judge(frame);
  EXPECT_EQ(matcher().judge(frame).result, FaceResult::match);
}

// ---- wiping ----

TEST_F(PluginMatcherCalls, WipeReachesThePluginAndSaysWhatWasHeld) {
  look();
  matcher().wipe();
  EXPECT_EQ(script_.wipes, 1);
  EXPECT_TRUE(matcher().wiped().photo);
  EXPECT_TRUE(matcher().wiped().probe);
  EXPECT_TRUE(matcher().wiped().landmarks);
}

TEST_F(PluginMatcherCalls, AnotherWipeFindsNothing) {
  look();
  matcher().wipe();
  matcher().wipe();
  EXPECT_FALSE(matcher().wiped().photo);
  EXPECT_FALSE(matcher().wiped().probe);
  EXPECT_FALSE(matcher().wiped().landmarks);
}

TEST_F(PluginMatcherCalls, WithoutAFrameOnlyThePhotoWasHeld) {
  matcher().wipe();
  EXPECT_TRUE(matcher().wiped().photo);
  EXPECT_FALSE(matcher().wiped().probe);
}

TEST_F(PluginMatcherCalls, NothingCanBeJudgedAfterAWipe) {
  matcher().wipe();
  EXPECT_THROW(look(), SystemError);
}

TEST_F(PluginMatcherCalls, TheNextPatientStartsFromNothing) {
  look(3);  // a good vote
  matcher().wipe();
  matcher().enrol(card_photo());
  similarity_ = 0.1F;
  look_turned(4);
  look_turned(11);
  EXPECT_EQ(look_turned(13).result, FaceResult::no_face);
}

}  // namespace plugin_matcher_calls_test
}  // namespace uketsuke::reader
