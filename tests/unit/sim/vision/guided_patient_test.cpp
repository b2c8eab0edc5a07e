// Uses sheets of paper instead of people: guidance moves whatever is presented.

#include "sim/vision/guided_patient.h"

#include <gtest/gtest.h>

#include <cmath>

#include "camera_model/scene/shapes.h"
#include "sim/vision/presentations.h"

namespace uketsuke::sim {
namespace guided_patient_test {

using camera::Vec3;
using record::Guidance;
using std::chrono::milliseconds;
using std::chrono::seconds;

const camera::ImagingChain& chain() {
  static const camera::ImagingChain made(
      camera::load_cameras("camera_model/sensor/cameras.yaml").at("reader-vga"), 1);
  return made;
}

camera::Presentation standing_at(Vec3 place) {
  camera::Presentation presentation;
  presentation.prop = std::make_shared<const camera::Model>(
      camera::Model{{camera::sheet({-30, 30, -30, 30}, camera::Material{})}});
  presentation.movement.stand = place;
  presentation.movement.sway_mm = 0;
  presentation.movement.sway_degrees = 0;
  return presentation;
}

struct Desk {
  camera::RenderedSource stage{chain(), camera::LightSettings{}, 1};
  GuidedPatient guided{stage};

  explicit Desk(Vec3 place, bool obeys = true) { guided.enter({standing_at(place)}, obeys); }
  Vec3 place(Duration at) const { return stage.pose(at).position; }
  float yaw(Duration at) const { return stage.pose(at).turn.yaw; }
};

float apart(Vec3 a, Vec3 b) {
  const Vec3 between = a - b;
  return std::sqrt(between.x * between.x + between.y * between.y + between.z * between.z);
}

constexpr Vec3 kFar{0, 0, -1000};
constexpr Duration kNow = seconds(5);
constexpr Duration kLater = seconds(10);

class Places : public testing::TestWithParam<Guidance> {};

TEST_P(Places, BringTheVisitorToTheGoodPlace) {
  Desk desk({150, -40, -1000});
  desk.guided.guide(GetParam(), kNow);
  EXPECT_LT(apart(desk.place(kLater), good_place()), 1);
}

INSTANTIATE_TEST_SUITE_P(Each, Places,
                         testing::Values(Guidance::come_closer, Guidance::step_back, Guidance::move_left,
                                         Guidance::move_right, Guidance::move_up, Guidance::move_down),
                         [](const auto& guidance) { return std::string(to_name(guidance.param)); });

TEST(GuidedPatient, TakesAPersonsTimeToBegin) {
  Desk desk(kFar);
  desk.guided.guide(Guidance::come_closer, kNow);
  EXPECT_LT(apart(desk.place(kNow + milliseconds(690)), kFar), 1);
  EXPECT_GT(apart(desk.place(kNow + milliseconds(1100)), kFar), 50);
}

TEST(GuidedPatient, OnTheWayAlreadyGoesOn) {
  Desk desk(kFar);
  desk.guided.guide(Guidance::come_closer, kNow);
  const Vec3 planned = desk.place(kNow + milliseconds(1200));
  desk.guided.guide(Guidance::move_left, kNow + milliseconds(900));
  EXPECT_LT(apart(desk.place(kNow + milliseconds(1200)), planned), 0.1F);
}

TEST(GuidedPatient, TurnsTheHeadToBothSidesAndBack) {
  Desk desk(good_place());
  desk.guided.guide(Guidance::turn_head, kNow);
  float most = 0, least = 0;
  for (Duration at = kNow; at < kLater; at += milliseconds(50)) {
    most = std::max(most, desk.yaw(at));
    least = std::min(least, desk.yaw(at));
  }
  // Enough for two views that distinguish a head from a flat image, and still a face to the matcher:
  // docs/face-policy.md.
  EXPECT_GT(most, 12);
  EXPECT_LT(most, 25);
  EXPECT_LT(least, -12);
  EXPECT_GT(least, -25);
  EXPECT_NEAR(desk.yaw(kLater), 0, 0.1);
}

TEST(GuidedPatient, WhoDoesNotObeyStaysAndLooksOn) {
  Desk desk(kFar, false);
  desk.guided.guide(Guidance::come_closer, kNow);
  desk.guided.guide(Guidance::turn_head, kNow);
  for (Duration at = kNow; at < kLater; at += milliseconds(100)) {
    EXPECT_LT(apart(desk.place(at), kFar), 1);
    EXPECT_NEAR(desk.yaw(at), 0, 0.1);
  }
}

TEST(GuidedPatient, CanDoNothingAboutTheLight) {
  Desk desk(kFar);
  for (const Guidance light :
       {Guidance::too_dark, Guidance::too_bright, Guidance::backlit, Guidance::uneven_light})
    desk.guided.guide(light, kNow);
  EXPECT_LT(apart(desk.place(kLater), kFar), 1);
}

TEST(GuidedPatient, NobodyThereHearsNothing) {
  Desk desk(kFar);
  desk.guided.enter({}, true);
  desk.guided.guide(Guidance::come_closer, kNow);
  EXPECT_EQ(desk.stage.movement(), nullptr);
}

TEST(GuidedPatient, SendsACompanionAway) {
  Desk alone(good_place());
  Desk two(good_place());
  two.guided.enter({standing_at(good_place()), standing_at({150, 0, -520})}, true);
  const auto pixels = [](Desk& desk) { return desk.stage.expose(1, kLater).image->pixels; };
  two.guided.guide(Guidance::one_person, kNow);
  EXPECT_EQ(pixels(two), pixels(alone));
}

TEST(GuidedPatient, CompanionStaysWhereTheFirstDoesNotObey) {
  Desk alone(good_place());
  Desk two(good_place());
  two.guided.enter({standing_at(good_place()), standing_at({150, 0, -520})}, false);
  two.guided.guide(Guidance::one_person, kNow);
  EXPECT_NE(two.stage.expose(1, kLater).image->pixels, alone.stage.expose(1, kLater).image->pixels);
}

}  // namespace guided_patient_test
}  // namespace uketsuke::sim
