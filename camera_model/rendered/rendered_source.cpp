#include "camera_model/rendered/rendered_source.h"

#include <algorithm>

namespace uketsuke::camera {

namespace {

// Interval between the two poses that give a velocity.
constexpr Duration kShutter = std::chrono::milliseconds(2);
constexpr float kAround = 170;  // mm round the eyes: head and neck

ViewCamera view_of(const CameraProfile& profile) {
  ViewCamera view;
  view.width = profile.width;
  view.height = profile.height;
  view.focal_px = static_cast<float>(profile.focal_px());
  view.centre = {static_cast<float>(profile.width) / 2, static_cast<float>(profile.height) / 2};
  return view;
}

/// Whether the person has left: the place to which a movement leads is still in view.
bool gone(const Presentation& presentation, Duration at) {
  const Movement& movement = presentation.movement;
  return movement.leave_at && at >= *movement.leave_at + movement.leave_lasts;
}

}  // namespace

RenderedSource::RenderedSource(ImagingChain chain, const LightSettings& light, std::uint64_t seed, bool ahead)
    : chain_(std::move(chain)),
      view_(view_of(chain_.profile())),
      light_(light, seed, view_, ahead ? 2 : 1),
      ahead_(ahead) {
  chain_.reseed(seed);
}

Pose RenderedSource::pose(Duration at) const {
  return presentations_.empty() ? Pose{} : pose_at(presentations_.front().movement, at);
}

Subject RenderedSource::subject(Duration at) const {
  return presentations_.empty() || gone(presentations_.front(), at) ? Subject::nobody
                                                                    : presentations_.front().subject;
}

ExposureContext RenderedSource::context(std::int64_t number, Duration at) const {
  ExposureContext context;
  context.number = number;
  context.at = at;
  if (presentations_.empty() || gone(presentations_.front(), at)) return context;
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

SceneSnapshot RenderedSource::snapshot(Duration at) const {
  SceneSnapshot snapshot;
  for (const Presentation& presentation : presentations_) {
    if (gone(presentation, at)) continue;
    snapshot.figures.push_back(
        {presentation.head, presentation.prop, presentation.attire, pose_at(presentation.movement, at)});
  }
  return snapshot;
}

Exposure RenderedSource::expose(std::int64_t number, Duration at) {
  const Radiance& light = light_.of(snapshot(at));
  // The camera's frames are evenly spaced.
  if (ahead_ && at > last_) light_.expect(snapshot(at + (at - last_)));
  last_ = at;
  auto image = std::make_shared<Image>();
  chain_.expose(light, context(number, at), *image);
  return {Exposure::Outcome::delivered, subject(at), std::move(image)};
}

}  // namespace uketsuke::camera
