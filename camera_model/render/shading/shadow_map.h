#pragma once

#include <vector>

#include "camera_model/render/drawing.h"

namespace uketsuke::camera {

/// How high the nearest things reach towards a light, seen from it in parallel; tells each vertex what it is
/// lit.
class ShadowMap {
 public:
  /// Fills `lit[number]` of the vertices that are used.
  void cast(Drawing& drawing, const Light& light, int number);

 private:
  std::vector<float> height_;
  std::vector<Vec3> seen_;  // each vertex as the light sees it
};

}  // namespace uketsuke::camera
