#include "camera_model/render/shading/vertex_light.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace uketsuke::camera {

namespace {

/// Number of vertices per batch; each value is in its own array, which compilers turn into vector
/// instructions.
constexpr std::size_t kLane = 32;

struct Lane {
  float x[kLane], y[kLane], z[kLane];
  float nx[kLane], ny[kLane], nz[kLane];
  float vx[kLane], vy[kLane], vz[kLane];  // towards the camera
  float lit[kShadowLights][kLane];
  float diffuse[3][kLane], gloss[3][kLane];
};

void load(Lane& lane, Vertex* const* vertices, std::size_t count, bool both_sides) {
  for (std::size_t i = 0; i < kLane; ++i) {
    const Vertex& vertex = *vertices[std::min(i, count - 1)];
    const Vec3 view = normalised(vertex.position * -1.0F);
    const float side = both_sides && dot(vertex.normal, view) < 0 ? -1.0F : 1.0F;
    lane.x[i] = vertex.position.x, lane.y[i] = vertex.position.y, lane.z[i] = vertex.position.z;
    lane.nx[i] = vertex.normal.x * side, lane.ny[i] = vertex.normal.y * side,
    lane.nz[i] = vertex.normal.z * side;
    lane.vx[i] = view.x, lane.vy[i] = view.y, lane.vz[i] = view.z;
    for (std::size_t k = 0; k < kShadowLights; ++k) lane.lit[k][i] = vertex.lit[k];
  }
}

void start(Lane& lane, float emission, const Illumination& light) {
  const float floor[3] = {light.floor.x, light.floor.y, light.floor.z};
  const float sky[3] = {light.sky.x, light.sky.y, light.sky.z};
  for (int c = 0; c < 3; ++c) {
    for (std::size_t i = 0; i < kLane; ++i) {
      lane.diffuse[c][i] = emission + floor[c] + (sky[c] - floor[c]) * (0.5F + 0.5F * lane.ny[i]);
      lane.gloss[c][i] = 0;
    }
  }
}

void add(Lane& lane, const Light& light, const float* lit, float shininess, bool gloss) {
  const bool lamp = light.reference_mm > 0;
  const float near = lamp ? 1.0F : 0.0F;
  const float reference = light.reference_mm * light.reference_mm;
  const float soften = 1.0F / (1.0F + light.size);
  float diffuse[kLane], shine[kLane];
  for (std::size_t i = 0; i < kLane; ++i) {
    const float lx = light.position.x - near * lane.x[i], ly = light.position.y - near * lane.y[i],
                lz = light.position.z - near * lane.z[i];
    const float square = lx * lx + ly * ly + lz * lz;
    const float inverse = 1.0F / std::sqrt(square);
    const float falloff = lamp ? reference * inverse * inverse : 1.0F;
    const float cosine = (lane.nx[i] * lx + lane.ny[i] * ly + lane.nz[i] * lz) * inverse;
    const float lambert = std::max(0.0F, (cosine + light.size) * soften);
    const float arrives = falloff * lit[i];
    diffuse[i] = lambert * arrives;

    const float hx = lx * inverse + lane.vx[i], hy = ly * inverse + lane.vy[i],
                hz = lz * inverse + lane.vz[i];
    const float half = std::max(0.0F, (lane.nx[i] * hx + lane.ny[i] * hy + lane.nz[i] * hz) /
                                          std::sqrt(hx * hx + hy * hy + hz * hz + 1e-12F));
    shine[i] =
        half / (shininess - shininess * half + half + 1e-6F) * std::min(1.0F, 4.0F * lambert) * arrives;
  }
  const float strength[3] = {light.strength.x, light.strength.y, light.strength.z};
  for (int c = 0; c < 3; ++c) {
    for (std::size_t i = 0; i < kLane; ++i) lane.diffuse[c][i] += strength[c] * diffuse[i];
    if (!gloss) continue;
    for (std::size_t i = 0; i < kLane; ++i) lane.gloss[c][i] += strength[c] * shine[i];
  }
}

}  // namespace

void light_vertices(Vertex* vertices, std::size_t count, const Material& material,
                    const Illumination& light) {
  static constexpr auto kFull = [] {
    std::array<float, kLane> ones{};
    for (float& one : ones) one = 1;
    return ones;
  }();
  const bool gloss = material.specular > 0 && !is_sharp(material);
  Lane lane;
  Vertex* chosen[kLane];
  for (std::size_t next = 0; next < count;) {
    std::size_t here = 0;
    for (; here < kLane && next < count; ++next) {
      if (vertices[next].used) chosen[here++] = &vertices[next];
    }
    if (here == 0) break;
    load(lane, chosen, here, material.both_sides);
    start(lane, material.emission, light);
    std::size_t shadows = 0;
    for (const Light& each : light.lights) {
      const bool own = each.shadow && shadows < kShadowLights;
      add(lane, each, own ? lane.lit[shadows] : kFull.data(), material.shininess, gloss);
      if (own) ++shadows;
    }
    for (std::size_t i = 0; i < here; ++i) {
      Vertex& vertex = *chosen[i];
      const float strength = material.specular;
      vertex.diffuse_u =
          Floats{lane.diffuse[0][i], lane.diffuse[1][i], lane.diffuse[2][i], vertex.diffuse_u[3]};
      vertex.gloss_v = Floats{lane.gloss[0][i] * strength, lane.gloss[1][i] * strength,
                              lane.gloss[2][i] * strength, vertex.gloss_v[3]};
    }
  }
}

Vec3 highlight(Vec3 position, Vec3 normal, float shininess, const float* lit, const Illumination& light) {
  const Vec3 view = normalised(position * -1.0F);
  Vec3 sum;
  std::size_t shadows = 0;
  for (const Light& each : light.lights) {
    const bool own = each.shadow && shadows < kShadowLights;
    const float arrives = own ? lit[shadows++] : 1.0F;
    const Vec3 way = each.reference_mm > 0 ? each.position - position : each.position;
    const float distance = length(way);
    const float falloff =
        each.reference_mm > 0 ? each.reference_mm * each.reference_mm / (distance * distance) : 1.0F;
    const Vec3 to_light = way * (1.0F / distance);
    const float cosine = dot(normal, to_light);
    if (cosine <= 0) continue;
    const float half = std::max(0.0F, dot(normal, normalised(to_light + view)));
    const float shine = half / (shininess - shininess * half + half + 1e-6F) * std::min(1.0F, 4.0F * cosine);
    sum = sum + each.strength * (shine * falloff * arrives);
  }
  return sum;
}

}  // namespace uketsuke::camera
