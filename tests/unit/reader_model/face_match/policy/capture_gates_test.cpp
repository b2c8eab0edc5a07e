#include "reader_model/face_match/policy/capture_gates.h"

#include <gtest/gtest.h>

#include <limits>

#include "tests/unit/reader_model/face_match/synthetic_face.h"
#include "tests/unit/reader_model/face_match/test_policy.h"

namespace uketsuke::reader {
namespace capture_gates_test {

const GateLimits kLimits = test_policy().gates;

FaceObservation face(float width, float confidence = 0.9F) {
  FaceObservation result;
  result.box = {0, 0, width, width};
  result.confidence = confidence;
  return result;
}

// ---- how many are there? ----

TEST(PersonGate, NobodyIsAskedIntoTheFrame) { EXPECT_EQ(person_gate({}, kLimits), Guidance::show_face); }

TEST(PersonGate, OneFacePasses) { EXPECT_EQ(person_gate({face(100)}, kLimits), std::nullopt); }

TEST(PersonGate, ASecondFaceOfHalfTheAreaIsASecondPerson) {
  EXPECT_EQ(person_gate({face(100), face(70.8F)}, kLimits), Guidance::one_person);  // 70.8 squared is 5013
}

TEST(PersonGate, ASmallerSecondFaceStandsBehind) {
  EXPECT_EQ(person_gate({face(100), face(70.6F)}, kLimits), std::nullopt);  // 4984
}

TEST(SureFaces, AFaceThatTheDetectorDoubtsIsNone) {
  EXPECT_EQ(sure_faces({face(100, 0.49F), face(90, 0.5F)}, kLimits).size(), 1u);
}

// ---- the gates of one face ----

/// At the centre of 640 x 360, well lit, sharp, looking straight.
FaceMeasures good_face() {
  FaceMeasures face;
  face.middle = {320, 180};
  face.eyes_apart = 60;
  face.eye_openness = 0.3F;
  face.quality = {120, 40, 0, 0.1F, 1, 0.1F};
  face.frame_width = 640;
  face.frame_height = 360;
  return face;
}

TEST(ShutGate, AGoodFacePasses) { EXPECT_EQ(shut_gate(good_face(), kLimits), std::nullopt); }

/// One member at its limit, where it passes, and just beyond, where guidance is given.
struct Edge {
  const char* name;
  void (*inside)(FaceMeasures&);
  void (*outside)(FaceMeasures&);
  Guidance guidance;
};
void PrintTo(const Edge& edge, std::ostream* out) { *out << edge.name; }

class ShutGateEdges : public testing::TestWithParam<Edge> {};

TEST_P(ShutGateEdges, OnTheLimitPasses) {
  FaceMeasures face = good_face();
  GetParam().inside(face);
  EXPECT_EQ(shut_gate(face, kLimits), std::nullopt);
}

TEST_P(ShutGateEdges, BeyondTheLimitIsToldWhatToDo) {
  FaceMeasures face = good_face();
  GetParam().outside(face);
  EXPECT_EQ(shut_gate(face, kLimits), GetParam().guidance);
}

using M = FaceMeasures;
INSTANTIATE_TEST_SUITE_P(
    Gates, ShutGateEdges,
    testing::Values(
        Edge{"far", [](M& m) { m.eyes_apart = 30; }, [](M& m) { m.eyes_apart = 29.9F; },
             Guidance::come_closer},
        Edge{"near", [](M& m) { m.eyes_apart = 90; }, [](M& m) { m.eyes_apart = 90.1F; },
             Guidance::step_back},
        // The guide extends 0.25 * 360 = 90 pixels from the centre; the patient's right is on the camera's
        // left.
        Edge{"camera's left", [](M& m) { m.middle.x = 230; }, [](M& m) { m.middle.x = 229; },
             Guidance::move_left},
        Edge{"camera's right", [](M& m) { m.middle.x = 410; }, [](M& m) { m.middle.x = 411; },
             Guidance::move_right},
        Edge{"high", [](M& m) { m.middle.y = 90; }, [](M& m) { m.middle.y = 89; }, Guidance::move_down},
        Edge{"low", [](M& m) { m.middle.y = 270; }, [](M& m) { m.middle.y = 271; }, Guidance::move_up},
        Edge{"corner",
             [](M& m) {
               m.middle = {320 + 63, 180 + 63};
             },
             [](M& m) {
               m.middle = {320 + 65, 180 + 64};
             },
             Guidance::move_right},
        Edge{"dark", [](M& m) { m.quality.brightness = 40; }, [](M& m) { m.quality.brightness = 39; },
             Guidance::too_dark},
        Edge{"bright", [](M& m) { m.quality.brightness = 220; }, [](M& m) { m.quality.brightness = 221; },
             Guidance::too_bright},
        Edge{"white", [](M& m) { m.quality.saturated = 0.2F; }, [](M& m) { m.quality.saturated = 0.21F; },
             Guidance::too_bright},
        Edge{"sun from one side", [](M& m) { m.quality.unevenness = 0.4F; },
             [](M& m) { m.quality.unevenness = 0.41F; }, Guidance::uneven_light},
        Edge{"flat light", [](M& m) { m.quality.contrast = 10; }, [](M& m) { m.quality.contrast = 9; },
             Guidance::too_dark},
        Edge{"window behind",
             [](M& m) {
               m.quality.brightness = 89;
               m.quality.backlight = 2;
             },
             [](M& m) {
               m.quality.brightness = 89;
               m.quality.backlight = 2.1F;
             },
             Guidance::backlit},
        Edge{"window behind a bright face",
             [](M& m) {
               m.quality.brightness = 90;
               m.quality.backlight = 2.1F;
             },
             [](M& m) {
               m.quality.brightness = 89;
               m.quality.backlight = 2.1F;
             },
             Guidance::backlit},
        Edge{"turned", [](M& m) { m.pose.yaw = -15; }, [](M& m) { m.pose.yaw = -15.1F; },
             Guidance::look_straight},
        Edge{"raised", [](M& m) { m.pose.pitch = 30; }, [](M& m) { m.pose.pitch = 30.1F; },
             Guidance::look_straight},
        Edge{"tilted", [](M& m) { m.pose.roll = 15; }, [](M& m) { m.pose.roll = 15.1F; },
             Guidance::level_head},
        Edge{"blurred", [](M& m) { m.quality.sharpness = 0.01F; }, [](M& m) { m.quality.sharpness = 0.009F; },
             Guidance::hold_still}));

TEST(ShutGate, ShutEyesPassUnlessThePolicyLooksAtThem) {
  FaceMeasures face = good_face();
  face.eye_openness = 0.05F;
  EXPECT_EQ(shut_gate(face, kLimits), std::nullopt);
  GateLimits strict = kLimits;
  strict.eye_openness_at_least = 0.2F;
  EXPECT_EQ(shut_gate(face, strict), Guidance::open_eyes);
}

TEST(ShutGate, EyesThatFiveLandmarksDoNotTellPass) {
  FaceMeasures face = good_face();
  face.eye_openness = std::numeric_limits<float>::quiet_NaN();
  GateLimits strict = kLimits;
  strict.eye_openness_at_least = 0.2F;
  EXPECT_EQ(shut_gate(face, strict), std::nullopt);
}

TEST(ShutGate, DistanceIsToldBeforeAnythingElse) {
  FaceMeasures face = good_face();
  face.eyes_apart = 10;
  face.pose.yaw = 40;
  face.quality = {};
  EXPECT_EQ(shut_gate(face, kLimits), Guidance::come_closer);
}

TEST(Motion, IsTheWayOfTheEyesInEyeDistances) {
  FaceMeasures before = good_face(), after = good_face();
  before.eyes_middle = {300, 160};
  after.eyes_middle = {303, 164};
  EXPECT_FLOAT_EQ(motion(before, after), 5.0F / 60);
}

TEST(MeasureFace, TakesItsNumbersFromLandmarksAndPicture) {
  camera::Image frame = camera::Image::blank(640, 360, 3);
  FaceObservation seen;
  seen.landmarks = Pinhole{}.project(synthetic_face(), {10, 0, 0});
  seen.box = {260, 130, 120, 130};
  const FaceMeasures measures = measure_face(frame, seen);
  EXPECT_NEAR(measures.eyes_apart, 62 * 0.9F * std::cos(10 / 57.3F), 1);  // 450 / 500 pixels per millimetre
  EXPECT_GT(measures.pose.yaw, 6);
  EXPECT_EQ(measures.frame_width, 640);
  EXPECT_EQ(measures.quality.brightness, 0);
}

}  // namespace capture_gates_test
}  // namespace uketsuke::reader
