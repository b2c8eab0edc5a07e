#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "camera_model/render/model.h"
#include "camera_model/render/raster/vertex.h"
#include "camera_model/render/shading/light.h"
#include "camera_model/render/shading/texture.h"
#include "camera_model/render/view_camera.h"

namespace uketsuke::camera {

/// A surface of this frame; its vertices are consecutive.
struct DrawnSurface {
  const Material* material = nullptr;
  const Texture* texture = nullptr;  ///< none: the material's colour alone
  bool sharp = false;                ///< highlights at each pixel
  std::uint32_t first = 0, count = 0;
};

/// All that one frame has been given. Vectors keep their capacity from frame to frame.
struct Drawing {
  using Corners = std::array<std::uint32_t, 3>;

  ViewCamera camera;
  Illumination light;
  std::vector<DrawnSurface> surfaces;
  std::vector<Vertex> vertices;
  std::vector<ScreenTriangle> solid, see_through;  ///< those on the picture that face the camera
  std::vector<Corners> casters;                    ///< what casts shadows, also from outside the picture

  void clear(const ViewCamera& new_camera, const Illumination& new_light);
};

}  // namespace uketsuke::camera
