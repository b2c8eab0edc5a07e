#include "camera_model/head/anatomy/warp.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "camera_model/head/draw.h"

namespace uketsuke::camera {
namespace {

constexpr int kPushes = 28;
constexpr float kDeviation = 0.016F;    // standard deviation of a push per axis, in dm
constexpr Vec3 kEyes{0, 7.28F, 1.25F};  // midpoint of the eyes on the published mesh, in dm

struct Push {
  /// Position on the published mesh, in dm from the midpoint of the eyes; x: distance from the midplane.
  Vec3 at;
  Vec3 left, right;
  float radius = 0.2F;
};

float value(const Draw& own, const Draw& kin, float share, const std::string& name) {
  const float mine = own.normal(name);
  return share > 0 ? mine + (kin.normal(name) - mine) * share : mine;
}

Push push_of(const HeadProfile& profile, int number) {
  const std::string name = "push" + std::to_string(number);
  // The positions of the pushes are equal for all people.
  const Draw place(static_cast<std::uint32_t>(number));
  const Draw own(profile.seed);
  const Draw kin(profile.kin_seed);
  const float size = kDeviation * profile.amplitude;
  const auto draw = [&](const char* what) { return size * value(own, kin, profile.kin_share, name + what); };
  Push push;
  push.at = {0.62F * place.even("push-x"), -1.05F + 1.75F * place.even("push-y"), 0.1F};
  push.radius = 0.16F + 0.18F * place.even("push-radius");
  const Vec3 by{0.6F * draw("-x"), draw("-y"), draw("-z")};  // the eye distance varies little between people
  const Vec3 odd = Vec3{draw("-ox"), draw("-oy"), draw("-oz")} * 0.15F;
  push.left = by + odd;
  push.right = Vec3{-by.x, by.y, by.z} - odd;
  return push;
}

}  // namespace

void warp_face(const Slice& slice, const HeadProfile& profile, std::vector<Vec3>& places) {
  std::vector<Push> pushes;
  for (int i = 0; i < kPushes; ++i) pushes.push_back(push_of(profile, i));
  for (std::size_t v = 0; v < places.size(); ++v) {
    const Vec3 from = slice.position(v) - kEyes;
    if (from.y < -1.6F || from.z < -1.0F) continue;
    // Nothing behind the ears or below the chin moves.
    const float fade = std::min(1.0F, (from.z + 1.0F) * 1.6F) * std::min(1.0F, (from.y + 1.6F) * 2.5F);
    const float left = 0.5F + 0.5F * std::tanh(from.x * 12.0F);
    Vec3 by;
    for (const Push& push : pushes) {
      const float dx = (std::fabs(from.x) - push.at.x) / push.radius;
      const float dy = (from.y - push.at.y) / push.radius;
      const float square = dx * dx + dy * dy;
      if (square > 9.0F) continue;
      by = by + (push.left * left + push.right * (1.0F - left)) * std::exp(-square);
    }
    places[v] = places[v] + by * fade;
  }
}

}  // namespace uketsuke::camera
