#pragma once

#include <memory>

#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"
#include "camera_model/render/model.h"
#include "camera_model/render/shading/light.h"
#include "camera_model/render/view_camera.h"

namespace uketsuke::camera {

/// A software rasteriser: draws models as a pinhole camera sees them.
///
/// Takes four depth samples per pixel and one colour per surface that they hit, so edges do not crawl.
/// Lighting is computed at the vertices, and per pixel for glossy surfaces (eyes, glass). The same input
/// gives the same pixels on every x86-64 machine.
///
/// A frame is begin(), draw() for each model, finish(). Buffers and textures are kept: after the first frame
/// it allocates only if more is drawn than before, or if threads are started.
class Rasteriser {
 public:
  /// @param threads  number of drawing threads; does not affect the image
  explicit Rasteriser(int threads = 1);
  ~Rasteriser();
  Rasteriser(const Rasteriser&) = delete;
  Rasteriser& operator=(const Rasteriser&) = delete;

  void begin(const ViewCamera& camera, const Illumination& light);

  /// Adds a model to the frame; it must live until finish().
  /// @throws std::invalid_argument if the arrays of a surface do not match; the message names the surface
  void draw(const Model& model, const Placement& placement);

  /// Draws the frame.
  /// @param background  has the camera's size; visible where nothing was drawn
  /// @throws std::invalid_argument if the background has another size
  void finish(const Radiance& background, Radiance& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace uketsuke::camera
