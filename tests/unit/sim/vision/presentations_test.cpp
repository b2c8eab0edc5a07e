#include "sim/vision/presentations.h"

#include <gtest/gtest.h>

#include "tests/unit/sim/vision/studio_support.h"

namespace uketsuke::sim {
namespace presentations_test {

using camera::Subject;
using record::Shown;
using scenario::Appearance;
using scenario::Attack;
using scenario::Face;
using scenario::Standing;
using scenario::Wearing;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Duration kNow = seconds(4);
constexpr Duration kLater = seconds(8);

Appearance as(Face face) {
  Appearance appearance;
  appearance.face = face;
  return appearance;
}

Appearance with(Attack attack) {
  Appearance appearance;
  appearance.attack = attack;
  return appearance;
}

std::vector<camera::Presentation> presentations(const Appearance& appearance) {
  return presentations_for(patient_models(), holder(), appearance, *parse_date("2024-10-07"), kNow, 5);
}

camera::HeadProfile profile(const Appearance& appearance) {
  return presentations(appearance).at(0).head->profile();
}

/// Position of the midpoint of the eyes after the approach, without sway.
camera::Vec3 stand(Standing where) {
  Appearance appearance;
  appearance.standing = where;
  camera::Movement movement = presentations(appearance).at(0).movement;
  movement.sway_mm = 0;
  return camera::pose_at(movement, kLater).position;
}

TEST(Casting, HolderIsTheOneOfThePersonaAtTheAgeOfTheDay) {
  const camera::HeadProfile head = profile(as(Face::same));
  EXPECT_EQ(head.seed, 1185U);  // woman-39 in identities.yaml
  EXPECT_EQ(head.age, 39);
  EXPECT_EQ(presentations(as(Face::same)).at(0).subject, Subject::holder);
}

TEST(Casting, SaysNothingOfTheFaceMeansTheHolder) { EXPECT_EQ(profile({}).seed, 1185U); }

TEST(Casting, OtherIsSomebodyElseOfTheSameSex) {
  const camera::HeadProfile head = profile(as(Face::other));
  EXPECT_NE(head.seed, 1185U);
  EXPECT_EQ(head.sex, camera::Sex::female);
  EXPECT_NEAR(head.age, 39, 5);
  EXPECT_EQ(presentations(as(Face::other)).at(0).subject, Subject::stranger);
}

TEST(Casting, LookalikeHasAShareOfTheHoldersFace) {
  const camera::HeadProfile head = profile(as(Face::lookalike));
  EXPECT_NE(head.seed, 1185U);
  EXPECT_EQ(head.kin_seed, 1185U);
  EXPECT_EQ(presentations(as(Face::lookalike)).at(0).subject, Subject::stranger);
}

TEST(Casting, NobodyIsNobody) { EXPECT_TRUE(presentations(as(Face::none)).empty()); }

TEST(Casting, PeopleComeFromNowOnAndWithinASecond) {
  camera::Movement movement = presentations({}).at(0).movement;
  movement.sway_mm = 0;
  EXPECT_LT(camera::pose_at(movement, kNow).position.z, -900);
  EXPECT_NEAR(camera::pose_at(movement, kNow + seconds(1)).position.z, good_place().z, 1);
}

TEST(Casting, MovesAsItsSeedSays) {
  const auto sways = [](std::uint64_t seed) {
    return camera::pose_at(
               presentations_for(patient_models(), holder(), {}, *parse_date("2024-10-07"), kNow, seed)
                   .at(0)
                   .movement,
               kLater)
        .position;
  };
  EXPECT_EQ(sways(5).x, sways(5).x);
  EXPECT_NE(sways(5).x, sways(6).x);
}

TEST(Casting, LeftIsThePatientsOwnWhichIsRightInThePicture) {
  EXPECT_GT(stand(Standing::left).x, 100);
  EXPECT_LT(stand(Standing::right).x, -100);
}

TEST(Casting, NearAndFarAreOutsideOfWhatAReaderAsksFor) {
  EXPECT_GT(stand(Standing::near).z, stand(Standing::middle).z + 150);
  EXPECT_LT(stand(Standing::far).z, stand(Standing::middle).z - 300);
}

TEST(Casting, WearsWhatTheStepSays) {
  Appearance dressed;
  dressed.wearing = {Wearing::mask, Wearing::sunglasses, Wearing::hat};
  const camera::Attire attire = presentations(dressed).at(0).attire;
  EXPECT_TRUE(attire.mask);
  EXPECT_EQ(attire.glasses, camera::Glasses::dark);
  EXPECT_EQ(attire.hat, camera::Hat::brimmed);
  dressed.wearing = {Wearing::glasses, Wearing::cap};
  const camera::Attire other = presentations(dressed).at(0).attire;
  EXPECT_FALSE(other.mask);
  EXPECT_EQ(other.glasses, camera::Glasses::clear);
  EXPECT_EQ(other.hat, camera::Hat::cap);
}

TEST(Casting, CompanionIsAThirdPersonBesideTheFirst) {
  Appearance two;
  two.companion = true;
  const auto both = presentations(two);
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0].head->profile().seed, 1185U);
  EXPECT_NE(both[1].head->profile().seed, 1185U);
  EXPECT_NE(both[1].head->profile().seed, profile(as(Face::other)).seed);
  EXPECT_EQ(both[1].subject, Subject::stranger);
  EXPECT_NE(both[1].movement.seed, both[0].movement.seed) << "they sway as one";
}

TEST(Casting, LeavesThatLongAfterHavingCome) {
  Appearance short_visit;
  short_visit.leaves_after = seconds(3);
  // The approach takes 700 ms.
  EXPECT_EQ(presentations(short_visit).at(0).movement.leave_at, kNow + milliseconds(3700));
}

class Attacks : public testing::TestWithParam<Attack> {};

TEST_P(Attacks, HoldSomethingUpInstead) {
  const auto shown_up = presentations(with(GetParam()));
  ASSERT_EQ(shown_up.size(), 1U);
  EXPECT_EQ(shown_up[0].head, nullptr);
  ASSERT_NE(shown_up[0].prop, nullptr);
  EXPECT_FALSE(shown_up[0].prop->surfaces.empty());
  EXPECT_EQ(shown_up[0].subject, Subject::stranger);
}

TEST_P(Attacks, AreCalledByTheSameWordInTheRecord) {
  EXPECT_EQ(to_name(shown(with(GetParam()))), to_name(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Each, Attacks,
                         testing::Values(Attack::printed_photo, Attack::cut_photo, Attack::filling_photo,
                                         Attack::bent_photo, Attack::screen, Attack::filling_screen),
                         [](const auto& attack) { return std::string(to_name(attack.param)); });

/// Millimetres from the nearest to the farthest point of the held-up object.
float depth(Attack attack) {
  float nearest = -1e9F, farthest = 1e9F;
  const auto held = presentations(with(attack)).at(0).prop;  // must outlive the loop
  const camera::Surface* largest = &held->surfaces.front();
  for (const camera::Surface& surface : held->surfaces)
    if (surface.positions.size() > largest->positions.size()) largest = &surface;
  for (const camera::Vec3 point : largest->positions) {
    nearest = std::max(nearest, point.z);
    farthest = std::min(farthest, point.z);
  }
  return nearest - farthest;
}

TEST(Casting, OnlyTheBentPhotoIsBent) {
  EXPECT_GT(depth(Attack::bent_photo), 15);
  EXPECT_LT(depth(Attack::filling_photo), 1);
}

TEST(Shown, OfFaces) {
  EXPECT_EQ(shown(as(Face::same)), Shown::holder);
  EXPECT_EQ(shown({}), Shown::holder);
  EXPECT_EQ(shown(as(Face::other)), Shown::other);
  EXPECT_EQ(shown(as(Face::lookalike)), Shown::lookalike);
  EXPECT_EQ(shown(as(Face::none)), Shown::nobody);
}

TEST(DeclaredSubject, IsWhatAReaderThatBelievesIsTold) {
  EXPECT_EQ(declared_subject(as(Face::same)), Subject::holder);
  EXPECT_EQ(declared_subject(as(Face::other)), Subject::stranger);
  EXPECT_EQ(declared_subject(as(Face::lookalike)), Subject::stranger);
  EXPECT_EQ(declared_subject(as(Face::none)), Subject::nobody);
  EXPECT_EQ(declared_subject(with(Attack::screen)), Subject::stranger);
}

}  // namespace presentations_test
}  // namespace uketsuke::sim
