#include "reader_model/face_match/plugin/plugin_matcher.h"

#include <algorithm>

#include "tests/unit/reader_model/face_match/matcher_desk.h"

namespace uketsuke::reader {
namespace plugin_matcher_test {

using record::FaceResult;

using PluginMatcherTest = MatcherDesk;

// ---- the holder ----

TEST_F(PluginMatcherTest, TheHolderIsAskedToTurnAndThenMatches) {
  EXPECT_EQ(look(2).guidance, std::nullopt);
  const FaceJudgement voted = look();
  EXPECT_EQ(voted.result, FaceResult::no_face);
  EXPECT_EQ(voted.guidance, Guidance::turn_head);
  EXPECT_EQ(look_turned(4).result, FaceResult::no_face);
  EXPECT_EQ(look_turned(11).result, FaceResult::no_face);  // the first frame that shows depth
  EXPECT_EQ(look_turned(13).result, FaceResult::match);    // the second
}

TEST_F(PluginMatcherTest, WhoeverTurnedOnTheWayMatchesWithoutBeingAsked) {
  look_turned(25);
  look_turned(20);
  look_turned(10);
  look_turned(5);
  EXPECT_EQ(look_turned(0).result, FaceResult::match);  // the third frame that passes the gates
}

TEST_F(PluginMatcherTest, AMatchCarriesWhatItRestsOn) {
  look(3);
  look_turned(4);
  look_turned(11);
  const FaceJudgement match = look_turned(13);
  ASSERT_EQ(match.result, FaceResult::match);
  ASSERT_TRUE(match.evidence);
  EXPECT_EQ(match.evidence->frame, 6);
  EXPECT_EQ(match.evidence->compared, 1);  // all three were equally sharp
  EXPECT_FLOAT_EQ(match.evidence->similarity.value(), 0.9F);
  EXPECT_FLOAT_EQ(match.evidence->liveness.value(), 0.9F);
  EXPECT_FLOAT_EQ(match.evidence->similarity_at_least, 0.6F);
  ASSERT_TRUE(match.evidence->parallax);
  EXPECT_GE(match.evidence->parallax->residual, match.evidence->parallax->live_at_least);
  EXPECT_GE(match.evidence->parallax->yaw_change, 6);
}

TEST_F(PluginMatcherTest, TheSharpestOfTheSteadyFramesIsCompared) {
  cell_ = 20;
  look();
  cell_ = 6;
  look();
  cell_ = 20;
  EXPECT_EQ(look().evidence->compared, 2);
  EXPECT_EQ(script_.numbers.back(), 2);
}

TEST_F(PluginMatcherTest, WithoutParallaxInThePolicyAGoodVoteIsAMatch) {
  policy_.parallax.required = false;
  EXPECT_EQ(look(3).result, FaceResult::match);
}

// ---- other persons and pictures ----

TEST_F(PluginMatcherTest, AStrangerIsRefusedAfterAllVotesWithAHint) {
  similarity_ = 0.1F;
  EXPECT_EQ(look(3).guidance, Guidance::uncover_face);
  const FaceJudgement refused = look(3);
  EXPECT_EQ(refused.result, FaceResult::no_match);
  EXPECT_FLOAT_EQ(refused.evidence->similarity.value(), 0.1F);
}

TEST_F(PluginMatcherTest, AfterARefusalTheNextTryHasAllItsVotes) {
  similarity_ = 0.1F;
  look(6);
  EXPECT_EQ(look(3).result, FaceResult::no_face);  // one vote of the next two
  EXPECT_EQ(look(3).result, FaceResult::no_match);
}

TEST_F(PluginMatcherTest, AStrangerWhoTurnsIsStillAStranger) {
  similarity_ = 0.1F;
  look_turned(14);
  look_turned(7);
  look_turned(0);
  FaceResult last = FaceResult::no_face;
  for (int i = 0; i < 7 && last == FaceResult::no_face; ++i) last = look().result;
  EXPECT_EQ(last, FaceResult::no_match);
}

TEST_F(PluginMatcherTest, APictureThatTheNetworkSeesIsNotLive) {
  liveness_ = 0.1F;
  look(5);
  EXPECT_EQ(look().result, FaceResult::not_live);
}

TEST_F(PluginMatcherTest, APictureThatFoolsTheNetworkNeverMatchesWhileItIsHeldStill) {
  head_ = flattened(synthetic_face());
  for (int i = 0; i < 40; ++i) EXPECT_EQ(look().result, FaceResult::no_face) << i;
  EXPECT_EQ(look().guidance, Guidance::turn_head);
}

TEST_F(PluginMatcherTest, APictureThatFoolsTheNetworkAndIsTurnedIsNotLive) {
  head_ = flattened(synthetic_face());
  look(3);
  look_turned(12);
  EXPECT_EQ(look_turned(24).result,
            FaceResult::no_face);  // the first flat frame turned by 18 degrees or more
  EXPECT_EQ(look_turned(25).result, FaceResult::not_live);
}

// ---- gates and guidance ----

TEST_F(PluginMatcherTest, NobodyIsAskedIntoTheFrameAndLeavesNoEvidence) {
  persons_ = 0;
  const FaceJudgement judgement = look();
  EXPECT_EQ(judgement.guidance, Guidance::show_face);
  EXPECT_FALSE(judgement.evidence);
}

TEST_F(PluginMatcherTest, AShutGateIsToldAndBeginsTheCountOfFramesAnew) {
  policy_.parallax.required = false;
  look(2);
  place_ = {0, 0, -600};  // a metre away
  EXPECT_EQ(look().guidance, Guidance::come_closer);
  place_ = {};
  EXPECT_EQ(look(3).result, FaceResult::no_face);  // the first frame of them moved, so it was not steady
  EXPECT_EQ(look().result, FaceResult::match);
}

TEST_F(PluginMatcherTest, WhoeverMovesIsAskedToHoldStill) {
  look();
  place_ = {8, 0, 0};  // 7 of 56 pixels
  EXPECT_EQ(look().guidance, Guidance::hold_still);
}

TEST_F(PluginMatcherTest, ASecondPersonIsToldAndNoPictureIsCompared) {
  policy_.parallax.required = false;
  persons_ = 2;
  for (int i = 0; i < 10; ++i) {
    const FaceJudgement judgement = look();
    EXPECT_EQ(judgement.guidance, Guidance::one_person);
    EXPECT_EQ(judgement.result, FaceResult::no_face);
  }
}

TEST_F(PluginMatcherTest, ASecondPersonWhomOnlyTheFullDetectionSeesStopsTheVote) {
  policy_.parallax.required = false;
  script_.faces = [this](const uketsuke_face_image&, std::uint32_t wanted) {
    const bool full = (wanted & UKETSUKE_FACE_SIMILARITY) != 0;
    return std::vector<uketsuke_face_observation>(full ? 2 : 1, seen());
  };
  EXPECT_EQ(look(3).guidance, Guidance::one_person);
}

TEST_F(PluginMatcherTest, ViewsOfAFaceThatComesNearerAreNotLookedAtForDepth) {
  for (const float z : {-150.0F, -80.0F, -10.0F, 50.0F}) {  // a tenth nearer with each frame
    place_ = {0, 0, z};
    const FaceJudgement judgement = look();
    EXPECT_TRUE(z == -150 || !judgement.evidence->parallax) << z;
  }
}

TEST_F(PluginMatcherTest, AFaceMustSettleBeforeItsViewsAreKept) {
  policy_.parallax.settle_frames = 2;
  look(2);
  matcher().wipe();
  EXPECT_FALSE(matcher().wiped().landmarks);
  matcher().enrol(card_photo());
  look(3);
  matcher().wipe();
  EXPECT_TRUE(matcher().wiped().landmarks);
}

// ---- the same person ----

TEST_F(PluginMatcherTest, AGoodVoteDoesNotServeWhoeverComesAfterASecondFace) {
  look(3);
  persons_ = 2;
  look();
  persons_ = 1;
  similarity_ = 0.1F;
  look_turned(4);
  look_turned(11);
  EXPECT_EQ(look_turned(13).result, FaceResult::no_face);
}

TEST_F(PluginMatcherTest, AGoodVoteDoesNotServeWhoeverJumpsIntoItsPlace) {
  look(3);
  place_ = {70, 0, 0};  // more than an eye distance between two frames
  look();
  place_ = {};
  similarity_ = 0.1F;
  look_turned(4);
  look_turned(11);
  EXPECT_EQ(look_turned(13).result, FaceResult::no_face);
}

TEST_F(PluginMatcherTest, AGoodVoteDoesNotServeWhoeverComesAfterAnEmptyPicture) {
  look(3);
  persons_ = 0;
  look(3);
  persons_ = 1;
  similarity_ = 0.1F;
  look_turned(4);
  look_turned(11);
  EXPECT_EQ(look_turned(13).result, FaceResult::no_face);
}

TEST_F(PluginMatcherTest, OneFrameWithoutTheFaceIsForgiven) {
  look(3);
  persons_ = 0;
  look();
  persons_ = 1;
  look_turned(4);
  look_turned(11);
  EXPECT_EQ(look_turned(13).result, FaceResult::match);
}

TEST_F(PluginMatcherTest, AGoodVoteThatIsTooOldIsTakenAnew) {
  look(3);
  const auto votes = [&] {
    return std::count_if(script_.wanted.begin(), script_.wanted.end(),
                         [](std::uint32_t wanted) { return (wanted & UKETSUKE_FACE_SIMILARITY) != 0; });
  };
  EXPECT_EQ(votes(), 1);
  look(18);  // valid up to frame 21, 20 after frame 1
  EXPECT_EQ(votes(), 1);
  look(3);
  EXPECT_EQ(votes(), 2);
}

}  // namespace plugin_matcher_test
}  // namespace uketsuke::reader
