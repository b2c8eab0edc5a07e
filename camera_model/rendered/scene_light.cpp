#include "camera_model/rendered/scene_light.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace uketsuke::camera {

namespace {

auto numbers(Vec3 v) { return std::make_tuple(v.x, v.y, v.z); }

auto numbers(const Pose& pose) {
  const auto& [turn, position, expression] = pose;
  return std::make_tuple(turn.yaw, turn.pitch, turn.roll, numbers(position), expression.blink,
                         expression.smile, expression.mouth_open);
}

bool same(const Attire& a, const Attire& b) {
  const auto colour = [](const Attire& attire) { return numbers(attire.top_colour.value_or(Vec3{})); };
  return std::tie(a.glasses, a.mask, a.hat, a.top) == std::tie(b.glasses, b.mask, b.hat, b.top) &&
         a.top_colour.has_value() == b.top_colour.has_value() && colour(a) == colour(b);
}

bool same(const SceneSnapshot::Figure& a, const SceneSnapshot::Figure& b) {
  return a.head == b.head && a.prop == b.prop && same(a.attire, b.attire) &&
         numbers(a.pose) == numbers(b.pose);
}

}  // namespace

bool operator==(const SceneSnapshot& a, const SceneSnapshot& b) {
  return std::equal(a.figures.begin(), a.figures.end(), b.figures.begin(), b.figures.end(),
                    [](const auto& one, const auto& other) { return same(one, other); });
}

SceneLight::SceneLight(const LightSettings& light, std::uint64_t room, const ViewCamera& camera, int threads)
    : scene_(light, room, threads), camera_(camera) {}

const Radiance& SceneLight::of(const SceneSnapshot& snapshot) {
  if (drawn_.valid()) {
    drawn_.wait();
    if (snapshot == expected_) {
      std::exchange(drawn_, {}).get();
      std::swap(light_, ahead_);
      return light_;
    }
    drawn_ = {};
  }
  draw(snapshot, light_);
  return light_;
}

void SceneLight::expect(SceneSnapshot snapshot) {
  if (drawn_.valid()) drawn_.wait();
  expected_ = std::move(snapshot);
  drawn_ = std::async(std::launch::async, [this] { draw(expected_, ahead_); });
}

void SceneLight::draw(const SceneSnapshot& snapshot, Radiance& out) {
  scene_.things.clear();
  for (const SceneSnapshot::Figure& figure : snapshot.figures) {
    auto model = figure.prop;
    if (model == nullptr)
      model = std::make_shared<const Model>(figure.head->model(figure.attire, figure.pose.expression));
    scene_.things.push_back({std::move(model), figure.pose.turn, figure.pose.position});
  }
  scene_.radiance(camera_, out);
}

}  // namespace uketsuke::camera
