#pragma once

#include "reader_model/face_match/policy/face_policy.h"

namespace uketsuke::reader {

/// Round limits for tests, different from the shipped policy's.
inline FacePolicy test_policy() {
  FacePolicy policy;
  policy.similarity = {{1e-3, 0.5F}, {1e-4, 0.6F}};
  policy.fmr = 1e-4;
  policy.liveness_at_least = 0.5F;
  GateLimits& gates = policy.gates;
  gates.confidence_at_least = 0.5F;
  gates.second_face_share = 0.5F;
  gates.eyes_apart_at_least = 30;
  gates.eyes_apart_at_most = 90;
  gates.guide_x = gates.guide_y = 0.5F;
  gates.guide_half_width = gates.guide_half_height = 0.25F;
  gates.yaw_at_most = 15;
  gates.pitch_at_most = 30;
  gates.roll_at_most = 15;
  gates.eye_openness_at_least = 0;
  gates.brightness_at_least = 40;
  gates.brightness_at_most = 220;
  gates.contrast_at_least = 10;
  gates.saturated_at_most = 0.2F;
  gates.unevenness_at_most = 0.4F;
  gates.backlight_at_most = 2;
  gates.backlit_below = 90;
  gates.sharpness_at_least = 0.01F;
  gates.motion_at_most = 0.1F;
  policy.capture = {3, 2, 20, 1.0F, 3, 4, 1};
  ParallaxRules& parallax = policy.parallax;
  parallax.yaw_change_at_least = 6;
  parallax.residual_at_least = 0.01F;
  parallax.width_at_least = 0.95F;
  parallax.flat_tilt_at_least = 18;
  parallax.flat_residual_at_most = 0.005F;
  parallax.yaw_at_most = 35;
  parallax.agreeing = 1;
  parallax.frames = 2;
  parallax.views = 20;
  parallax.spacing = 1;
  return policy;
}

}  // namespace uketsuke::reader
