#pragma once

#include <vector>

#include "camera_model/render/drawing.h"

namespace uketsuke::camera {

/// A parallel-projection height map towards a light; gives each vertex its lit share.
class ShadowMap {
 public:
  /// Fills `lit[number]` of the vertices that are used.
  void cast(Drawing& drawing, const Light& light, int number);

 private:
  std::vector<float> height_;
  std::vector<Vec3> seen_;  // each vertex as the light sees it
};

}  // namespace uketsuke::camera
