#pragma once

#include "camera_model/image.h"
#include "camera_model/render/model.h"
#include "camera_model/render/raster/rasteriser.h"

namespace uketsuke::camera {

/// A flat rectangle that faces the camera, centred on its origin, 8 x 8 squares.
inline Surface board(float width, float height, Material material) {
  constexpr std::uint32_t kSide = 9;
  Surface surface;
  surface.name = "board";
  surface.material = std::move(material);
  for (std::uint32_t i = 0; i < kSide * kSide; ++i) {
    const float u = static_cast<float>(i % kSide) / (kSide - 1),
                v = static_cast<float>(i / kSide) / (kSide - 1);
    surface.positions.push_back({(u - 0.5F) * width, (v - 0.5F) * height, 0});
    surface.normals.push_back({0, 0, 1});
    surface.coordinates.push_back({u, v});
    if (i % kSide + 1 == kSide || i / kSide + 1 == kSide) continue;
    for (const std::uint32_t index : {i, i + 1, i + kSide, i + 1, i + kSide + 1, i + kSide})
      surface.triangles.push_back(index);
  }
  return surface;
}

inline Model model_of(Surface surface) { return {{std::move(surface)}}; }

/// Light from the camera's direction, as far away as the sun.
inline Illumination frontal(float strength) {
  Illumination light;
  light.lights.push_back({{0, 0, 1}, {strength, strength, strength}, 0, 0, false});
  return light;
}

inline Material glowing(Vec3 colour) {
  Material material;
  material.colour = colour;
  material.emission = 1;
  return material;
}

inline Radiance plain(const ViewCamera& camera, float value) {
  Radiance background;
  background.resize(camera.width, camera.height);
  for (float& sample : background.pixels) sample = value;
  return background;
}

inline Vec3 pixel_of(const Radiance& picture, int x, int y) {
  const std::size_t at = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                              static_cast<std::size_t>(x));
  return {picture.pixels[at], picture.pixels[at + 1], picture.pixels[at + 2]};
}

/// 120 x 80 pixels, 100 pixels focal length: 1 mm at 100 mm is one pixel.
inline ViewCamera small_camera() { return {120, 80, 100, {60, 40}, 10}; }

struct Placed {
  Model model;
  Placement placement;
};

inline Radiance drawn(const std::vector<Placed>& things, const Illumination& light, float background = 0,
                      const ViewCamera& camera = small_camera()) {
  Rasteriser rasteriser;
  Radiance out;
  rasteriser.begin(camera, light);
  for (const Placed& thing : things) rasteriser.draw(thing.model, thing.placement);
  rasteriser.finish(plain(camera, background), out);
  return out;
}

}  // namespace uketsuke::camera
