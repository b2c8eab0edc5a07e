#include "camera_model/stage/stage.h"

#include <algorithm>

namespace uketsuke::camera {

namespace {

constexpr Duration kShutter = std::chrono::milliseconds(2);  // apart: two poses that give a velocity
constexpr float kAround = 170;                               // mm round the eyes: head and neck

ViewCamera view_of(const CameraProfile& profile) {
  ViewCamera view;
  view.width = profile.width;
  view.height = profile.height;
  view.focal_px = static_cast<float>(profile.focal_px());
  view.centre = {static_cast<float>(profile.width) / 2, static_cast<float>(profile.height) / 2};
  return view;
}

/// Out of the door: the place that a movement leaves to is still in sight.
bool gone(const Performer& performer, Duration at) {
  const Movement& movement = performer.movement;
  return movement.leave_at && at >= *movement.leave_at + movement.leave_lasts;
}

}  // namespace

Stage::Stage(ImagingChain chain, const LightSettings& light, std::uint64_t seed, bool ahead)
    : chain_(std::move(chain)),
      view_(view_of(chain_.profile())),
      light_(light, seed, view_, ahead ? 2 : 1),
      ahead_(ahead) {
  chain_.reseed(seed);
}

Pose Stage::pose(Duration at) const {
  return performers_.empty() ? Pose{} : pose_at(performers_.front().movement, at);
}

Subject Stage::subject(Duration at) const {
  return performers_.empty() || gone(performers_.front(), at) ? Subject::nobody : performers_.front().subject;
}

ExposureContext Stage::context(std::int64_t number, Duration at) const {
  ExposureContext context;
  context.number = number;
  context.at = at;
  if (performers_.empty() || gone(performers_.front(), at)) return context;
  const Vec3 here = pose(at).position;
  const Vec3 next = pose(at + kShutter).position;
  if (here.z > -view_.near_mm || next.z > -view_.near_mm) return context;
  context.subject_distance_mm = static_cast<double>(-here.z);
  const Vec2 from = view_.project(here);
  const auto per_second = static_cast<float>(1.0 / std::chrono::duration<double>(kShutter).count());
  context.velocity = (view_.project(next) - from) * per_second;
  const int reach = static_cast<int>(kAround * view_.focal_px / -here.z);
  const int left = std::clamp(static_cast<int>(from.x) - reach, 0, view_.width);
  const int right = std::clamp(static_cast<int>(from.x) + reach, 0, view_.width);
  const int top = std::clamp(static_cast<int>(from.y) - reach, 0, view_.height);
  const int bottom = std::clamp(static_cast<int>(from.y) + reach, 0, view_.height);
  if (right > left && bottom > top) context.moving = Region{left, top, right - left, bottom - top};
  return context;
}

Tableau Stage::tableau(Duration at) const {
  Tableau tableau;
  for (const Performer& performer : performers_) {
    if (gone(performer, at)) continue;
    tableau.figures.push_back(
        {performer.head, performer.prop, performer.attire, pose_at(performer.movement, at)});
  }
  return tableau;
}

Exposure Stage::expose(std::int64_t number, Duration at) {
  const Radiance& light = light_.of(tableau(at));
  // The camera's pictures follow each other evenly.
  if (ahead_ && at > last_) light_.expect(tableau(at + (at - last_)));
  last_ = at;
  auto image = std::make_shared<Image>();
  chain_.expose(light, context(number, at), *image);
  return {Exposure::Outcome::delivered, subject(at), std::move(image)};
}

}  // namespace uketsuke::camera
