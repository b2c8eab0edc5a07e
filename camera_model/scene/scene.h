#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"
#include "camera_model/render/model.h"
#include "camera_model/render/raster/rasteriser.h"
#include "camera_model/render/view_camera.h"
#include "camera_model/scene/lighting.h"

namespace uketsuke::camera {

/// An object in front of the camera: a head, a photo, a screen.
struct Thing {
  std::shared_ptr<const Model> model;
  Turn turn;      ///< all zero: faces along +z, towards the camera
  Vec3 position;  ///< of the model's origin (a head's eyes); at the desk z is about -450
};

/// What the reader's camera sees: people and objects, the light, the waiting room behind.
///
/// Set `things` before each frame; the room is repainted only if the camera or the light changes.
class Scene {
 public:
  /// @param threads  number of drawing threads; does not affect the image
  explicit Scene(const LightSettings& light = {}, std::uint64_t room = 1, int threads = 1);

  std::vector<Thing> things;

  void set_light(const LightSettings& light);
  const Lighting& lighting() const { return lighting_; }

  /// Light on the sensor of a pinhole camera at the origin, before lens and exposure.
  /// @throws std::invalid_argument if a thing has no model, or if the arrays of a model do not match
  void radiance(const ViewCamera& camera, Radiance& out);

 private:
  Lighting lighting_;
  std::uint64_t room_;
  Rasteriser rasteriser_;
  Radiance backdrop_;
  ViewCamera backdrop_camera_;
};

}  // namespace uketsuke::camera
