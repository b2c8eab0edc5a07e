#include "reader_model/face_match/vote.h"

#include <gtest/gtest.h>

#include "tests/unit/reader_model/face_match/test_policy.h"

namespace uketsuke::reader {
namespace vote_test {

using record::FaceResult;

const FacePolicy kPolicy = test_policy();  // alike from 0.6, alive from 0.5, two votes

TEST(VoteBox, AVoteOnBothLimitsIsGood) {
  VoteBox votes;
  votes.add(kPolicy, 9, 0.6F, 0.5F);
  ASSERT_TRUE(votes.good());
  EXPECT_EQ(votes.good()->frame, 9);
}

TEST(VoteBox, AlikeAloneIsNotGood) {
  VoteBox votes;
  votes.add(kPolicy, 1, 0.9F, 0.49F);
  EXPECT_FALSE(votes.good());
}

TEST(VoteBox, AliveAloneIsNotGood) {
  VoteBox votes;
  votes.add(kPolicy, 1, 0.59F, 0.9F);
  EXPECT_FALSE(votes.good());
}

TEST(VoteBox, TheThresholdIsTheOneOfTheChosenRate) {
  FacePolicy looser = kPolicy;
  choose_fmr(looser, 1e-3);
  VoteBox votes;
  votes.add(looser, 1, 0.5F, 0.9F);
  EXPECT_TRUE(votes.good());
}

TEST(VoteBox, NothingIsRefusedWhilePicturesMayStillBeCompared) {
  VoteBox votes;
  votes.add(kPolicy, 1, 0.1F, 0.9F);
  EXPECT_EQ(votes.refusal(kPolicy), std::nullopt);
}

TEST(VoteBox, StrangersAreRefusedWhenAllPicturesAreCompared) {
  VoteBox votes;
  votes.add(kPolicy, 1, 0.1F, 0.9F);
  votes.add(kPolicy, 2, 0.1F, 0.9F);
  EXPECT_EQ(votes.refusal(kPolicy), FaceResult::no_match);
}

TEST(VoteBox, PicturesOfWhichNoneWasAliveAreNotLive) {
  VoteBox votes;
  votes.add(kPolicy, 1, 0.9F, 0.1F);
  votes.add(kPolicy, 2, 0.9F, 0.1F);
  EXPECT_EQ(votes.refusal(kPolicy), FaceResult::not_live);
}

TEST(VoteBox, OneThatWasAliveAndNotAlikeIsNoMatch) {
  VoteBox votes;
  votes.add(kPolicy, 1, 0.9F, 0.1F);
  votes.add(kPolicy, 2, 0.1F, 0.9F);
  EXPECT_EQ(votes.refusal(kPolicy), FaceResult::no_match);
}

TEST(VoteBox, AGoodVoteCountsUntilItsFramesAreOver) {
  VoteBox votes;
  votes.add(kPolicy, 100, 0.9F, 0.9F);
  votes.expire(kPolicy, 120);  // valid for 20 frames
  EXPECT_TRUE(votes.good());
  votes.expire(kPolicy, 121);
  EXPECT_FALSE(votes.good());
}

TEST(VoteBox, LivenessIsNotLookedAtWhereThePolicyDoesNotRequireIt) {
  FacePolicy without = kPolicy;
  without.liveness_required = false;
  VoteBox votes;
  votes.add(without, 1, 0.9F, std::nullopt);
  EXPECT_TRUE(votes.good());
}

}  // namespace vote_test
}  // namespace uketsuke::reader
