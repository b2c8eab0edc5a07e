#include "camera_model/render/drawing.h"

namespace uketsuke::camera {

void Drawing::clear(const ViewCamera& new_camera, const Illumination& new_light) {
  camera = new_camera;
  light = new_light;
  surfaces.clear();
  vertices.clear();
  solid.clear();
  see_through.clear();
  casters.clear();
}

}  // namespace uketsuke::camera
