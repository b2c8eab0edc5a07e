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

/// A surface of the current frame; its vertices are consecutive.
struct DrawnSurface {
  const Material* material = nullptr;
  const Texture* texture = nullptr;  ///< null: only the material's colour
  bool sharp = false;                ///< highlights are computed per pixel
  std::uint32_t first = 0, count = 0;
};

/// Everything submitted for one frame. Vectors keep their capacity between frames.
struct Drawing {
  using Corners = std::array<std::uint32_t, 3>;

  ViewCamera camera;
  Illumination light;
  std::vector<DrawnSurface> surfaces;
  std::vector<Vertex> vertices;
  std::vector<ScreenTriangle> solid, see_through;  ///< triangles in the image that face the camera
  std::vector<Corners> casters;                    ///< shadow casters, including those outside the image

  void clear(const ViewCamera& new_camera, const Illumination& new_light);
};

}  // namespace uketsuke::camera
