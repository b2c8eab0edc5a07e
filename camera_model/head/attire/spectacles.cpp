#include <cmath>
#include <cstddef>
#include <utility>

#include "camera_model/head/anatomy/solid.h"
#include "camera_model/head/attire/worn_things.h"
#include "camera_model/head/draw.h"

namespace uketsuke::camera {
namespace {

constexpr float kFullTurn = 6.2831853F;
constexpr std::size_t kPoints = 32;  // per lens outline

struct Frame {
  float half_width = 25, half_height = 17;
  float roundness = 2.6F;  ///< exponent of the outline: 2 is an ellipse, more is a rounded rectangle
  float radius = 1.4F;     ///< of the rim
  Vec3 colour;
};

Frame frame_of(std::uint32_t seed) {
  const Draw draw(seed);
  static const Vec3 kColours[] = {
      {0.01F, 0.01F, 0.012F}, {0.05F, 0.022F, 0.012F}, {0.18F, 0.18F, 0.19F}, {0.02F, 0.025F, 0.06F}};
  Frame frame;
  frame.half_width = 23.5F + 3.0F * draw.even("lens-width");
  frame.half_height = 14.5F + 6.0F * draw.even("lens-height");
  frame.roundness = 2.0F + 1.8F * draw.even("lens-shape");
  frame.radius = 0.9F + 0.9F * draw.even("rim");
  frame.colour = kColours[draw.pick("frame", 4)];
  return frame;
}

/// Maps a point to the lenses' surface, a shallow curve round the face.
/// @param x, y  in mm
Vec3 on_bow(const Measures& head, float x, float y) {
  const float edge = x / head.temple;
  return {x, y, head.bridge + 5.0F - 9.0F * edge * edge - 0.10F * y};
}

/// A point on the edge of a lens, at fraction `share` of the way round from the outer side.
/// @param side  1 left, -1 right
Vec3 rim(const Measures& head, const Frame& frame, float side, float share) {
  const float angle = kFullTurn * share;
  const float c = std::cos(angle);
  const float s = std::sin(angle);
  const float power = 2.0F / frame.roundness;
  const float x = std::copysign(std::pow(std::fabs(c), power), c) * frame.half_width;
  const float y = std::copysign(std::pow(std::fabs(s), power), s) * frame.half_height;
  const float centre = side * (head.eye_distance * 0.5F + 1.5F);
  return on_bow(head, centre + x, y - 3.0F);
}

void add_lens(Surface& lenses, const Measures& head, const Frame& frame, float side) {
  const auto first = static_cast<std::uint32_t>(lenses.positions.size());
  Vec3 middle;
  std::vector<Vec3> edge;
  for (std::size_t i = 0; i < kPoints; ++i) {
    edge.push_back(rim(head, frame, side, static_cast<float>(i) / static_cast<float>(kPoints)));
    middle = middle + edge.back() * (1.0F / static_cast<float>(kPoints));
  }
  edge.insert(edge.begin(), middle + Vec3{0, 0, 1.5F});  // lenses bulge
  for (const Vec3& place : edge) {
    const Vec3 out = place - (middle + Vec3{0, 0, -90});
    lenses.positions.push_back(place);
    lenses.normals.push_back(normalised(out));
    lenses.coordinates.push_back({0.5F, 0.5F});
  }
  for (std::uint32_t i = 0; i < kPoints; ++i) {
    const std::uint32_t next = (i + 1) % static_cast<std::uint32_t>(kPoints);
    lenses.triangles.insert(lenses.triangles.end(), {first, first + 1 + i, first + 1 + next});
  }
}

}  // namespace

std::vector<Surface> spectacles(const Measures& head, Glasses glasses, std::uint32_t seed) {
  const Frame frame = frame_of(seed);
  Surface rims;
  rims.name = "glasses";
  rims.material.colour = frame.colour;
  rims.material.specular = 0.35F;
  rims.material.shininess = 40.0F;
  Surface lenses;
  lenses.name = "lenses";
  lenses.material.texture = glasses == Glasses::dark ? film(28, 28, 30, 225) : film(235, 245, 245, 14);
  lenses.material.specular = 0.25F;
  lenses.material.shininess = 160.0F;
  lenses.material.see_through = true;
  lenses.material.both_sides = true;
  for (const float side : {1.0F, -1.0F}) {
    std::vector<Vec3> edge;
    for (std::size_t i = 0; i < kPoints; ++i)
      edge.push_back(rim(head, frame, side, static_cast<float>(i) / static_cast<float>(kPoints)));
    add_tube(rims, edge, frame.radius, true);
    const float out = side > 0 ? 0.0F : 0.5F;
    const Vec3 hinge = rim(head, frame, side, out) + Vec3{0, 4.0F, 0};
    const float ear_x = side * (head.left_ear.x + 3.0F);
    const Vec3 ear{ear_x, head.left_ear.y + 1.0F, head.left_ear.z};
    const Vec3 corner{side * std::max(std::fabs(hinge.x) + 2.0F, head.temple + 5.0F), hinge.y,
                      hinge.z - 6.0F};
    add_tube(rims, {hinge, corner, corner + (ear - corner) * 0.5F, ear, ear + Vec3{0, -22.0F, -16.0F}},
             frame.radius * 1.15F, false);
    add_lens(lenses, head, frame, side);
  }
  const float inner = head.eye_distance * 0.5F + 1.5F - frame.half_width;
  const float y = -3.0F + frame.half_height * 0.35F;
  add_tube(rims,
           {on_bow(head, inner + 0.6F, y), on_bow(head, inner * 0.5F, y + 2.5F),
            on_bow(head, -inner * 0.5F, y + 2.5F), on_bow(head, -inner - 0.6F, y)},
           frame.radius * 1.1F, false);
  std::vector<Surface> worn;
  worn.push_back(std::move(rims));
  worn.push_back(std::move(lenses));
  return worn;
}

}  // namespace uketsuke::camera
