#include "camera_model/head/anatomy/fit.h"

#include <algorithm>

namespace uketsuke::camera {
namespace {

struct Box {
  Vec3 low{1e9F, 1e9F, 1e9F}, high{-1e9F, -1e9F, -1e9F};

  void add(Vec3 v) {
    low = {std::min(low.x, v.x), std::min(low.y, v.y), std::min(low.z, v.z)};
    high = {std::max(high.x, v.x), std::max(high.y, v.y), std::max(high.z, v.z)};
  }
};

float ratio(float is, float was) { return was > 0.01F ? std::clamp(is / was, 0.5F, 1.5F) : 1.0F; }

}  // namespace

Vec3 size_ratio(const Slice& slice, const Proxy& proxy, const std::vector<Vec3>& places, float unit) {
  Box is;
  Box was;
  for (const std::uint16_t vertex : proxy.references) {
    is.add(places[vertex]);
    was.add(slice.position(vertex));
  }
  const Vec3 now = (is.high - is.low) * (1.0F / unit);
  const Vec3 then = was.high - was.low;
  return {ratio(now.x, then.x), ratio(now.y, then.y), ratio(now.z, then.z)};
}

std::vector<Vec3> fitted(const Proxy& proxy, const std::vector<Vec3>& places, Vec3 scale) {
  std::vector<Vec3> fit(proxy.vertices);
  for (std::size_t v = 0; v < fit.size(); ++v) {
    const std::uint16_t* on = &proxy.references[3 * v];
    const float* weight = &proxy.weights[3 * v];
    const float* offset = &proxy.offsets[3 * v];
    fit[v] = places[on[0]] * weight[0] + places[on[1]] * weight[1] + places[on[2]] * weight[2] +
             Vec3{offset[0] * scale.x, offset[1] * scale.y, offset[2] * scale.z};
  }
  return fit;
}

}  // namespace uketsuke::camera
