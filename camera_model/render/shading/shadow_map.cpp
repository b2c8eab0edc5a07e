#include "camera_model/render/shading/shadow_map.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace uketsuke::camera {

namespace {

constexpr int kSide = 160;  // texels; 3 to 4 mm each for one head
// Offset from the surface along its normal, in mm, so that it does not shade itself.
constexpr float kLift = 4;
constexpr float kLiftTexels = 1.6F;  // additional offset where a texel is large
constexpr float kBlur = 1.0F / 8;    // per mm: a shadow is full at 1 / kBlur mm below its caster
constexpr float kNothing = -1e9F;

/// The scene as the light sees it: x and y in texels, z towards the light in mm.
struct LightView {
  Vec3 right, up, forward, centre;
  float scale = 1;

  LightView(const Drawing& drawing, const Light& light) {
    Vec3 low{1e9F, 1e9F, 1e9F}, high{-1e9F, -1e9F, -1e9F};
    for (const auto& corners : drawing.casters) {
      for (const std::uint32_t corner : corners) {
        const Vec3 p = drawing.vertices[corner].position;
        low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
      }
    }
    centre = (low + high) * 0.5F;
    forward = normalised(light.reference_mm > 0 ? light.position - centre : light.position);
    right = normalised(cross(std::abs(forward.y) < 0.9F ? Vec3{0, 1, 0} : Vec3{1, 0, 0}, forward));
    up = cross(forward, right);
    scale = 0.5F * kSide / (0.5F * length(high - low) + 10.0F);
  }

  Vec3 operator()(Vec3 p) const {
    const Vec3 from = p - centre;
    return {dot(from, right) * scale + 0.5F * kSide, dot(from, up) * scale + 0.5F * kSide,
            dot(from, forward)};
  }
};

constexpr int kTexelLanes = 4;  // texels of a row processed at once; the map has this number of spare texels

Floats load(const float* from) {
  Floats four;
  std::memcpy(&four, from, sizeof four);
  return four;
}

/// Selects `one` where all bits of the mask are set, `other` where none is.
Floats chosen(const Ints& mask, const Floats& one, const Floats& other) {
  return reinterpret_cast<Floats>((mask & reinterpret_cast<Ints>(one)) |
                                  (~mask & reinterpret_cast<Ints>(other)));
}

void raise(std::vector<float>& height, Vec3 a, Vec3 b, Vec3 c) {
  const auto texel = [](float place) { return std::clamp(static_cast<int>(place), 0, kSide - 1); };
  const int left = texel(std::min({a.x, b.x, c.x})), right = texel(std::max({a.x, b.x, c.x}));
  const int top = texel(std::min({a.y, b.y, c.y})), bottom = texel(std::max({a.y, b.y, c.y}));
  const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  if (area == 0) return;
  const float scale = 1.0F / area;
  for (int y = top; y <= bottom; ++y) {
    const float py = static_cast<float>(y) + 0.5F - a.y;
    for (int x = left; x <= right; x += kTexelLanes) {
      const Ints column = Ints{0, 1, 2, 3} + x;
      const Floats px = __builtin_convertvector(column, Floats) + 0.5F - a.x;
      const Floats second = (px * (c.y - a.y) - py * (c.x - a.x)) * scale;
      const Floats third = (py * (b.x - a.x) - px * (b.y - a.y)) * scale;
      const Ints outside = (second < 0) | (third < 0) | (second + third > 1) | (column > right);
      float* here = &height[static_cast<std::size_t>(y * kSide + x)];
      const Floats before = load(here), high = a.z + second * (b.z - a.z) + third * (c.z - a.z);
      const Floats after = chosen(~outside & (before < high), high, before);
      std::memcpy(here, &after, sizeof after);
    }
  }
}

/// The share of nine texels round the position that do not stand above it.
float lit_at(const std::vector<float>& height, Vec3 place) {
  const int cx = static_cast<int>(place.x), cy = static_cast<int>(place.y);
  if (cx < 1 || cy < 1 || cx >= kSide - 1 || cy >= kSide - 1) return 1;
  float lit = 0;
  for (int y = cy - 1; y <= cy + 1; ++y) {
    const Floats above = load(&height[static_cast<std::size_t>(y * kSide + cx - 1)]) - place.z;
    const Floats part = 1.0F - above * kBlur, none{0, 0, 0, 0}, full{1, 1, 1, 1};
    const Floats seen = chosen(part < none, none, chosen(full < part, full, part));
    lit += seen[0];
    lit += seen[1];
    lit += seen[2];
  }
  return lit * (1.0F / 9);
}

}  // namespace

void ShadowMap::cast(Drawing& drawing, const Light& light, int number) {
  height_.assign(static_cast<std::size_t>(kSide) * kSide + kTexelLanes, kNothing);
  const LightView view(drawing, light);
  seen_.clear();
  for (const Vertex& vertex : drawing.vertices) seen_.push_back(view(vertex.position));
  for (const auto& [a, b, c] : drawing.casters) raise(height_, seen_[a], seen_[b], seen_[c]);
  const float lift = std::max(kLift, kLiftTexels / view.scale);
  for (Vertex& vertex : drawing.vertices) {
    if (!vertex.used) continue;
    vertex.lit[number] = lit_at(height_, view(vertex.position + vertex.normal * lift));
  }
}

}  // namespace uketsuke::camera
