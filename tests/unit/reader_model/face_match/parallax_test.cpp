#include "reader_model/face_match/parallax.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "reader_model/face_match/landmarks.h"
#include "tests/unit/reader_model/face_match/synthetic_face.h"

namespace uketsuke::reader {
namespace parallax_test {

using camera::Turn;
using camera::Vec3;
using Face = std::vector<Vec3>;

// Limits for the synthetic face. It has no cheeks that slide along its contour when it turns, so it gives a
// smaller residual than the heads for which the shipped limits were chosen.
ParallaxRules rules() {
  ParallaxRules rules;
  rules.yaw_change_at_least = 20;
  rules.residual_at_least = 0.03F;
  rules.width_at_least = 0.95F;
  rules.flat_tilt_at_least = 18;
  rules.flat_residual_at_most = 0.010F;
  rules.yaw_at_most = 35;
  rules.agreeing = 3;
  rules.frames = 2;
  rules.views = 30;
  rules.spacing = 1;
  return rules;
}

/// A photo bent around a vertical axis, the middle towards the camera; lengths on its surface are preserved.
Face bent(Face face, float radius) {
  for (Vec3& point : face) {
    const float angle = point.x / radius;
    point.x = radius * std::sin(angle);
    point.z = radius * (std::cos(angle) - 1);
  }
  return face;
}

/// A view with landmarks that are off by up to `noise` pixels in each direction; its yaw is computed from
/// them.
FaceView view(const Face& face, std::int64_t frame, Turn turn, float noise = 0, Vec3 shift = {}) {
  FaceView result{frame, Pinhole{}.project(face, turn, shift), 0};
  std::mt19937 random(static_cast<unsigned>(frame));
  std::normal_distribution<float> jitter(0, 1);
  for (camera::Vec2& point : result.landmarks)
    point = point + camera::Vec2{jitter(random), jitter(random)} * noise;
  result.yaw = head_pose(result.landmarks).yaw;
  return result;
}

std::optional<ParallaxEvidence> compare(const ParallaxRules& rules, const std::vector<FaceView>& views) {
  std::vector<const FaceView*> pointers;
  for (const FaceView& each : views) pointers.push_back(&each);
  return compare_sides(rules, pointers);
}

/// Views of a person who turns from the middle to both sides and back; `by` degrees, 5 views in each
/// direction.
std::vector<FaceView> turning(const Face& face, float by, float noise = 0, std::int64_t first = 1) {
  std::vector<FaceView> views;
  for (int i = 0; i < 20; ++i) {
    const float yaw = by * std::sin(static_cast<float>(i) * 3.14159265F / 10);
    views.push_back(view(face, first + i, {yaw, 0, 0}, noise));
  }
  return views;
}

// ---- two views ----

TEST(CompareViews, AFlatPictureFollowsAHomographyHoweverItIsTurned) {
  const auto flat = flattened(synthetic_face());
  const auto pair = compare_views(view(flat, 1, {-20, 5, 3}), view(flat, 2, {25, -10, 0}));
  ASSERT_TRUE(pair);
  EXPECT_LT(pair->residual, 1e-4F);
}

TEST(CompareViews, AHeadThatTurnsSixDegreesLeavesMoreThanAFlatPictureWithNoise) {
  const auto head = compare_views(view(synthetic_face(), 1, {}), view(synthetic_face(), 2, {6, 0, 0}));
  const auto flat = flattened(synthetic_face());
  const auto picture = compare_views(view(flat, 3, {}, 0.15F), view(flat, 4, {6, 0, 0}, 0.15F));
  ASSERT_TRUE(head && picture);
  EXPECT_GT(head->residual, 2 * picture->residual);
}

TEST(CompareViews, TheResidualGrowsWithTheTurn) {
  const auto face = synthetic_face();
  const auto little = compare_views(view(face, 1, {}), view(face, 2, {6, 0, 0}));
  const auto much = compare_views(view(face, 1, {}), view(face, 2, {15, 0, 0}));
  ASSERT_TRUE(little && much);
  EXPECT_GT(much->residual, 2 * little->residual);
}

TEST(CompareViews, ComingCloserIsNoParallaxOfAPicture) {
  const auto flat = flattened(synthetic_face());
  const auto pair = compare_views(view(flat, 1, {}), view(flat, 2, {}, 0, {10, 20, 150}));
  ASSERT_TRUE(pair);
  EXPECT_LT(pair->residual, 1e-4F);
  EXPECT_LT(pair->tilt, 1);
}

TEST(CompareViews, TheTiltOfAPictureIsTheAngleByWhichItWasTurned) {
  const Pinhole far{9000, 320, 180, 10000};
  const auto flat = flattened(synthetic_face());
  const auto pair = compare_views({1, far.project(flat, {}), 0}, {2, far.project(flat, {25, 0, 0}), 0});
  ASSERT_TRUE(pair);
  EXPECT_NEAR(pair->tilt, 25, 1);
}

TEST(CompareViews, LandmarksInOnePlaceTellNothing) {
  const FaceView spot{1, std::vector<camera::Vec2>(68, camera::Vec2{9, 9}), 0};
  EXPECT_FALSE(compare_views(spot, view(synthetic_face(), 2, {})));
}

TEST(FaceWidth, ATurnMakesItSmallerByItsCosine) {
  const Pinhole far{9000, 320, 180, 10000};
  const auto face = flattened(synthetic_face());
  const float straight = face_width({1, far.project(face, {}), 0});
  EXPECT_NEAR(face_width({2, far.project(face, {30, 0, 0}), 0}) / straight, std::sqrt(0.75F), 0.005F);
}

TEST(FaceWidth, IsNothingWhereEyesAndMouthAreInOnePlace) {
  EXPECT_EQ(face_width({1, std::vector<camera::Vec2>(68, camera::Vec2{9, 9}), 0}), 0);
}

// ---- the sides ----

TEST(CompareSides, OneViewHasNoSides) { EXPECT_FALSE(compare(rules(), {view(synthetic_face(), 1, {})})); }

TEST(CompareSides, AHeadsChangeOfYawIsWhatItTurned) {
  const auto evidence = compare(rules(), turning(synthetic_face(), 18));
  ASSERT_TRUE(evidence);
  // Its nose protrudes less than the mean face's, which changes the result by a fifth.
  EXPECT_NEAR(evidence->yaw_change, 36, 6);
}

TEST(CompareSides, AHeadIsAsWideAsItsTurnSays) {
  const auto evidence = compare(rules(), turning(synthetic_face(), 18));
  ASSERT_TRUE(evidence);
  EXPECT_NEAR(evidence->width, 1, 0.03F);
}

TEST(CompareSides, AFlatPictureSeemsNotToTurnAndGetsNarrowByTheCosineOfItsTurn) {
  const auto evidence = compare(rules(), turning(flattened(synthetic_face()), 32));
  ASSERT_TRUE(evidence);
  EXPECT_LT(std::abs(evidence->yaw_change), 8);
  EXPECT_NEAR(evidence->width, std::cos(32 * 3.14159F / 180), 0.04F);
}

TEST(CompareSides, ABentPictureIsTooNarrowForWhatItSeemsToTurn) {
  const auto evidence = compare(rules(), turning(bent(synthetic_face(), 130), 30));
  ASSERT_TRUE(evidence);
  EXPECT_LT(evidence->width, 0.95F);
}

TEST(CompareSides, AHeadThatTurnsToOneSideOnlyIsAsWideAsItsTurnSays) {
  std::vector<FaceView> views;
  for (int i = 0; i < 12; ++i)
    views.push_back(view(synthetic_face(), i, {3.0F * static_cast<float>(i), 0, 0}));
  const auto evidence = compare(rules(), views);
  ASSERT_TRUE(evidence);
  EXPECT_NEAR(evidence->width, 1, 0.03F);
}

TEST(CompareSides, OneViewThatSlipsMovesNoSide) {
  for (const float slip : {-30.0F, 30.0F}) {
    auto views = turning(synthetic_face(), 4);
    views.push_back(view(synthetic_face(), 99, {slip, 0, 0}));
    const auto evidence = compare(rules(), views);
    ASSERT_TRUE(evidence);
    EXPECT_LT(evidence->yaw_change, 12) << slip;
  }
}

TEST(CompareSides, TooFewViewsToAgreeTellNothingYet) {
  const auto face = synthetic_face();
  const auto evidence =
      compare(rules(), {view(face, 1, {-18, 0, 0}), view(face, 2, {-18, 0, 0}), view(face, 3, {0, 0, 0}),
                        view(face, 4, {18, 0, 0}), view(face, 5, {18, 0, 0})});
  ASSERT_TRUE(evidence);
  EXPECT_EQ(evidence->live_at_least, 0);
}

TEST(CompareSides, SidesThatAreTooNearTellNothingYet) {
  const auto evidence = compare(rules(), turning(synthetic_face(), 5));
  ASSERT_TRUE(evidence);
  EXPECT_EQ(evidence->live_at_least, 0);
}

// ---- view after view ----

/// The first decision, or unknown.
Depth first_decision(ParallaxTest& test, const std::vector<FaceView>& views) {
  for (const FaceView& each : views) {
    const Depth depth = test.look(each);
    if (depth != Depth::unknown) return depth;
  }
  return Depth::unknown;
}

Depth first_decision(const ParallaxRules& rules, const std::vector<FaceView>& views) {
  ParallaxTest test(rules);
  return first_decision(test, views);
}

class ParallaxTestWithNoise : public testing::TestWithParam<float> {};

TEST_P(ParallaxTestWithNoise, AHeadThatTurnsToBothSidesIsAHead) {
  EXPECT_EQ(first_decision(rules(), turning(synthetic_face(), 18, GetParam())), Depth::head);
}

TEST_P(ParallaxTestWithNoise, AFlatPictureIsNoHeadHoweverFarItIsTurned) {
  for (const float by : {0.0F, 10.0F, 18.0F, 25.0F, 32.0F})
    EXPECT_NE(first_decision(rules(), turning(flattened(synthetic_face()), by, GetParam())), Depth::head)
        << by;
}

TEST_P(ParallaxTestWithNoise, ABentPictureIsNoHead) {
  for (const float by : {10.0F, 18.0F, 25.0F, 32.0F})
    EXPECT_NE(first_decision(rules(), turning(bent(synthetic_face(), 130), by, GetParam())), Depth::head)
        << by;
}

// In pixels; the eyes are 56 apart, and in the reader's pictures about twice that.
INSTANTIATE_TEST_SUITE_P(Pixels, ParallaxTestWithNoise, testing::Values(0.0F, 0.15F, 0.3F));

TEST(ParallaxTest, AHeadThatHardlyTurnsTellsNothing) {
  EXPECT_EQ(first_decision(rules(), turning(synthetic_face(), 3, 0.3F)), Depth::unknown);
}

TEST(ParallaxTest, APictureThatIsTurnedFarIsFlat) {
  EXPECT_EQ(first_decision(rules(), turning(flattened(synthetic_face()), 30)), Depth::flat);
}

TEST(ParallaxTest, APictureThatIsHeldStillTellsNothing) {
  EXPECT_EQ(first_decision(rules(), turning(flattened(synthetic_face()), 0, 0.15F)), Depth::unknown);
}

TEST(ParallaxTest, ASmallResidualIsNoHeadHoweverFarItTurns) {
  ParallaxRules strict = rules();
  strict.residual_at_least = 0.9F;
  EXPECT_EQ(first_decision(strict, turning(synthetic_face(), 18)), Depth::unknown);
}

TEST(ParallaxTest, ATooNarrowFaceIsNoHeadHoweverFarItTurns) {
  ParallaxRules strict = rules();
  strict.width_at_least = 1.5F;
  EXPECT_EQ(first_decision(strict, turning(synthetic_face(), 18)), Depth::unknown);
}

TEST(ParallaxTest, HeadsTurnedBeyondTheLimitAreLeftOut) {
  ParallaxRules narrow = rules();
  narrow.yaw_at_most = 8;
  ParallaxTest test(narrow);
  EXPECT_EQ(first_decision(test, turning(synthetic_face(), 18)), Depth::unknown);
  ASSERT_TRUE(test.evidence());
  EXPECT_LE(test.evidence()->yaw_change, 16);
}

TEST(ParallaxTest, ViewsCloserThanTheSpacingAreNotRemembered) {
  ParallaxRules spaced = rules();
  spaced.agreeing = 1;
  spaced.spacing = 10;
  ParallaxTest test(spaced);
  const auto face = synthetic_face();
  first_decision(test, {view(face, 1, {}), view(face, 5, {-15, 0, 0})});
  test.look(view(face, 6, {15, 0, 0}));
  EXPECT_NEAR(test.evidence()->yaw_change, 15, 4);  // compared with the first; with the second it would be 30
}

TEST(ParallaxTest, OldViewsAreForgotten) {
  ParallaxRules few = rules();
  few.views = 6;
  ParallaxTest test(few);
  const auto face = synthetic_face();
  for (int i = 1; i <= 3; ++i) test.look(view(face, i, {-18, 0, 0}));
  for (int i = 4; i <= 9; ++i) test.look(view(face, i, {}));
  EXPECT_EQ(first_decision(test, {view(face, 10, {18, 0, 0}), view(face, 11, {18, 0, 0}),
                                  view(face, 12, {18, 0, 0}), view(face, 13, {18, 0, 0})}),
            Depth::unknown);
}

TEST(ParallaxTest, NothingIsHeldAfterAWipe) {
  ParallaxTest test(rules());
  const auto views = turning(synthetic_face(), 18);
  const std::vector<FaceView> one(views.begin(), views.begin() + 10), other(views.begin() + 10, views.end());
  first_decision(test, one);
  EXPECT_TRUE(test.holds_views());
  test.wipe();
  EXPECT_FALSE(test.holds_views());
  EXPECT_FALSE(test.evidence());
  EXPECT_EQ(first_decision(test, other), Depth::unknown);  // the other side alone
}

TEST(ParallaxTest, OneViewAloneDecidesNothing) {
  ParallaxRules quick = rules();
  quick.agreeing = 1;
  ParallaxTest test(quick);
  const auto face = synthetic_face();
  test.look(view(face, 1, {-18, 0, 0}));
  test.look(view(face, 2, {}));
  EXPECT_EQ(test.look(view(face, 3, {18, 0, 0})), Depth::unknown);
  EXPECT_EQ(test.look(view(face, 4, {18, 0, 0})), Depth::head);
}

}  // namespace parallax_test
}  // namespace uketsuke::reader
