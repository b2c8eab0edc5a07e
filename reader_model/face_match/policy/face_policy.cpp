#include "reader_model/face_match/policy/face_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/yaml/document.h"
#include "reader_model/face_match/policy/policy_number.h"

namespace uketsuke::reader {

namespace {

/// Reads the keys of one map in the file.
class Section {
 public:
  explicit Section(const yaml::Value& value) : map_(value.map()) {}

  float real(const char* key, double least, double most) {
    return static_cast<float>(number(map_.required(key), least, most));
  }
  int count(const char* key, long least, long most) {
    return static_cast<int>(map_.required(key).integer(least, most));
  }
  bool flag(const char* key) { return map_.required(key).boolean(); }
  yaml::Value node(const char* key) { return map_.required(key); }
  void finish() { map_.finish(); }

 private:
  yaml::Map map_;
};

/// @param least,most two limits of one number
void require_order(const yaml::Value& value, float least, float most, const char* what) {
  if (!(least < most)) {
    value.fail(InputProblem::bad_value, fmt::format("{}: the lower limit must be below the upper one", what));
  }
}

GateLimits read_gates(const yaml::Value& value) {
  Section gates(value);
  GateLimits limits;
  limits.confidence_at_least = gates.real("confidence_at_least", 0, 1);
  limits.second_face_share = gates.real("second_face_share", 0, 1);
  limits.eyes_apart_at_least = gates.real("eyes_apart_at_least", 1, 4096);
  limits.eyes_apart_at_most = gates.real("eyes_apart_at_most", 1, 4096);
  limits.guide_x = gates.real("guide_x", 0, 1);
  limits.guide_y = gates.real("guide_y", 0, 1);
  limits.guide_half_width = gates.real("guide_half_width", 0.01, 2);
  limits.guide_half_height = gates.real("guide_half_height", 0.01, 2);
  limits.yaw_at_most = gates.real("yaw_at_most", 0, 90);
  limits.pitch_at_most = gates.real("pitch_at_most", 0, 90);
  limits.roll_at_most = gates.real("roll_at_most", 0, 180);
  limits.eye_openness_at_least = gates.real("eye_openness_at_least", 0, 1);
  limits.brightness_at_least = gates.real("brightness_at_least", 0, 255);
  limits.brightness_at_most = gates.real("brightness_at_most", 0, 255);
  limits.contrast_at_least = gates.real("contrast_at_least", 0, 255);
  limits.saturated_at_most = gates.real("saturated_at_most", 0, 1);
  limits.unevenness_at_most = gates.real("unevenness_at_most", 0, 1);
  limits.backlight_at_most = gates.real("backlight_at_most", 0, 255);
  limits.backlit_below = gates.real("backlit_below", 0, 255);
  limits.sharpness_at_least = gates.real("sharpness_at_least", 0, 100);
  limits.motion_at_most = gates.real("motion_at_most", 0, 10);
  gates.finish();
  require_order(value, limits.eyes_apart_at_least, limits.eyes_apart_at_most, "eyes_apart");
  require_order(value, limits.brightness_at_least, limits.brightness_at_most, "brightness");
  return limits;
}

CaptureRules read_capture(const yaml::Value& value) {
  Section capture(value);
  CaptureRules rules;
  rules.steady_frames = capture.count("steady_frames", 1, 300);
  rules.votes = capture.count("votes", 1, 100);
  rules.vote_valid_frames = capture.count("vote_valid_frames", 1, 10000);
  rules.jump_at_least = capture.real("jump_at_least", 0.01, 100);
  rules.lost_frames = capture.count("lost_frames", 1, 300);
  rules.frozen_frames = capture.count("frozen_frames", 0, 10000);
  rules.guidance_frames = capture.count("guidance_frames", 1, 300);
  capture.finish();
  if (rules.frozen_frames == 1) {
    value.fail(InputProblem::bad_value, "frozen_frames: a repetition needs two pictures: 2 or more, or 0");
  }
  return rules;
}

ParallaxRules read_parallax(const yaml::Value& value) {
  Section parallax(value);
  ParallaxRules rules;
  rules.required = parallax.flag("required");
  rules.yaw_change_at_least = parallax.real("yaw_change_at_least", 0.1, 180);
  rules.residual_at_least = parallax.real("residual_at_least", 0.0001, 1);
  rules.width_at_least = parallax.real("width_at_least", 0, 1);
  rules.flat_tilt_at_least = parallax.real("flat_tilt_at_least", 1, 90);
  rules.flat_residual_at_most = parallax.real("flat_residual_at_most", 0, 1);
  rules.yaw_at_most = parallax.real("yaw_at_most", 1, 90);
  rules.settle_frames = parallax.count("settle_frames", 0, 100);
  rules.agreeing = parallax.count("agreeing", 1, 100);
  rules.frames = parallax.count("frames", 1, 100);
  rules.views = parallax.count("views", 1, 300);
  rules.spacing = parallax.count("spacing", 1, 300);
  parallax.finish();
  if (rules.yaw_change_at_least > 2 * rules.yaw_at_most) {
    value.fail(InputProblem::bad_value,
               "yaw_change_at_least: views within yaw_at_most are never so far apart");
  }
  if (rules.views < 2 * rules.agreeing) {
    value.fail(InputProblem::bad_value, "views: too few for `agreeing` on both sides");
  }
  return rules;
}

std::vector<SimilarityRow> read_rows(const yaml::Value& value) {
  std::vector<SimilarityRow> rows;
  for (const yaml::Value& item : value.items()) {
    Section row(item);
    rows.push_back({number(row.node("fmr"), 1e-9, 1), row.real("at_least", -1, 1)});
    row.finish();
  }
  if (rows.empty()) value.fail(InputProblem::empty, "no row");
  return rows;
}

/// Rates can be written in several ways, 0.001 or 1e-3; they are compared within rounding.
const SimilarityRow* find_row(const FacePolicy& policy, double fmr) {
  const auto row =
      std::find_if(policy.similarity.begin(), policy.similarity.end(),
                   [&](const SimilarityRow& r) { return std::abs(r.fmr - fmr) <= 1e-6 * r.fmr; });
  return row == policy.similarity.end() ? nullptr : &*row;
}

std::string known_rates(const FacePolicy& policy) {
  std::vector<double> rates;
  for (const SimilarityRow& row : policy.similarity) rates.push_back(row.fmr);
  return fmt::format("{}", fmt::join(rates, ", "));
}

}  // namespace

float FacePolicy::similarity_at_least() const { return find_row(*this, fmr)->at_least; }

void choose_fmr(FacePolicy& policy, double fmr) {
  if (find_row(policy, fmr) == nullptr) {
    throw InputError(InputProblem::bad_value, {"fmr", 0, 0},
                     fmt::format("no threshold was measured for {}; known are {}", fmr, known_rates(policy)));
  }
  policy.fmr = fmr;
}

void choose_threshold(FacePolicy& policy, double at_least) {
  if (!(at_least >= -1 && at_least <= 1)) {
    throw InputError(InputProblem::bad_value, {"threshold", 0, 0},
                     fmt::format("{} is not a similarity; it must be from -1 to 1", at_least));
  }
  policy.similarity = {{policy.fmr, static_cast<float>(at_least)}};
}

FacePolicy load_face_policy(const std::filesystem::path& file) {
  const yaml::Value value = yaml::load_one(file);
  Section root(value);
  FacePolicy policy;
  policy.similarity = read_rows(root.node("similarity"));
  const yaml::Value fmr = root.node("fmr");
  policy.fmr = number(fmr, 1e-9, 1);
  if (find_row(policy, policy.fmr) == nullptr) {
    fmr.fail(InputProblem::bad_value,
             "no row under `similarity` has this rate; known are " + known_rates(policy));
  }
  Section liveness(root.node("liveness"));
  policy.liveness_required = liveness.flag("required");
  policy.liveness_at_least = liveness.real("at_least", 0, 1);
  liveness.finish();
  policy.gates = read_gates(root.node("gates"));
  policy.capture = read_capture(root.node("capture"));
  policy.parallax = read_parallax(root.node("parallax"));
  root.finish();
  return policy;
}

}  // namespace uketsuke::reader
