#include "camera_model/scene/portrait.h"

#include <algorithm>

#include "camera_model/render/raster/rasteriser.h"
#include "camera_model/render/shading/srgb.h"

namespace uketsuke::camera {

namespace {

constexpr float kDistance = 1500;  // in mm
constexpr float kAbove = 0.36F;    // share of the height left over by the head that is above the hair
// Ratio to the distance from crown to eyes; the eyes are nearly half-way (Farkas 1994)
constexpr float kEyesToChin = 0.93F;
constexpr Vec3 kBackground{0.70F, 0.75F, 0.80F};

Illumination studio() {
  Illumination light;
  for (const float side : {-1.0F, 1.0F}) {
    Light box;
    box.position = {side * 800, 420, -500};
    box.strength = Vec3{1, 1, 1} * (side < 0 ? 0.62F : 0.50F);
    box.reference_mm = length(box.position - Vec3{0, 0, -kDistance});
    box.size = 0.5F;
    light.lights.push_back(box);
  }
  light.sky = {0.30F, 0.30F, 0.30F};
  light.floor = {0.22F, 0.22F, 0.22F};
  return light;
}

float crown_above_eyes(const Model& head) {
  float crown = 0;
  for (const Surface& surface : head.surfaces) {
    for (const Vec3 place : surface.positions) crown = std::max(crown, place.y);
  }
  return std::clamp(crown, 80.0F, 160.0F);  // a child, a high hat
}

void take(const PortraitShot& shot, const Model& head, Vec3 background, Radiance& out) {
  Radiance behind;
  behind.resize(shot.camera.width, shot.camera.height);
  for (std::size_t i = 0; i < behind.pixels.size(); i += 3) {
    behind.pixels[i] = background.x, behind.pixels[i + 1] = background.y, behind.pixels[i + 2] = background.z;
  }
  Rasteriser rasteriser;
  rasteriser.begin(shot.camera, studio());
  rasteriser.draw(head, shot.placement);
  rasteriser.finish(behind, out);
}

}  // namespace

PortraitShot portrait_shot(const Model& head, int width, int height, float head_share) {
  const float crown = crown_above_eyes(head);
  const float picture_mm = crown * (1 + kEyesToChin) / head_share;
  PortraitShot shot;
  shot.eyes = {0.5F, kAbove * (1 - head_share) + crown / picture_mm};
  shot.width_mm = picture_mm * static_cast<float>(width) / static_cast<float>(height);
  shot.camera.width = width, shot.camera.height = height;
  shot.camera.focal_px = static_cast<float>(height) * kDistance / picture_mm;
  shot.camera.centre = {0.5F * static_cast<float>(width), 0.5F * static_cast<float>(height)};
  shot.placement = placed({}, {0, (0.5F - shot.eyes.y) * picture_mm, -kDistance});
  return shot;
}

void studio_portrait(const Model& head, int width, int height, Radiance& out) {
  take(portrait_shot(head, width, height), head, kBackground, out);
}

Image portrait_cutout(const Model& head, int width, int height, float head_share) {
  const PortraitShot shot = portrait_shot(head, width, height, head_share);
  Radiance on_black, on_white;
  take(shot, head, {0, 0, 0}, on_black);
  take(shot, head, {1, 1, 1}, on_white);
  Image image = Image::blank(width, height, 4);
  for (std::size_t i = 0; i < image.pixels.size() / 4; ++i) {
    // The share of the white background that shows is transparent.
    const float alpha = std::clamp(1 - (on_white.pixels[3 * i + 1] - on_black.pixels[3 * i + 1]), 0.0F, 1.0F);
    for (std::size_t c = 0; c < 3; ++c)
      image.pixels[4 * i + c] = encoded_of(alpha > 0 ? on_black.pixels[3 * i + c] / alpha : 0.0F);
    image.pixels[4 * i + 3] = static_cast<std::uint8_t>(alpha * 255 + 0.5F);
  }
  return image;
}

}  // namespace uketsuke::camera
