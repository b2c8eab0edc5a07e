#pragma once

#include <memory>

#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"
#include "camera_model/render/model.h"
#include "camera_model/render/shading/light.h"
#include "camera_model/render/view_camera.h"

namespace uketsuke::camera {

/// Draws models as a pinhole camera sees them, in software.
///
/// Four depth samples a pixel; one colour for each surface that they meet, so edges do not crawl. Light is
/// computed at the vertices, and at the pixels of glossy surfaces (eyes, glass). The same input gives the
/// same pixels on every x86-64 machine.
///
/// A frame is begin(), draw() for each model, finish(). Buffers and textures are kept: after the first frame
/// nothing is allocated, unless more is drawn than before or threads are started.
class Rasteriser {
 public:
  /// @param threads  that paint a picture; it is the same with any number of them
  explicit Rasteriser(int threads = 1);
  ~Rasteriser();
  Rasteriser(const Rasteriser&) = delete;
  Rasteriser& operator=(const Rasteriser&) = delete;

  void begin(const ViewCamera& camera, const Illumination& light);

  /// The model must live until finish().
  /// @throws std::invalid_argument for a surface whose arrays do not fit each other, naming it.
  void draw(const Model& model, const Placement& placement);

  /// @param background of the camera's size: what is seen where nothing was drawn
  /// @throws std::invalid_argument for a background of another size
  void finish(const Radiance& background, Radiance& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace uketsuke::camera
