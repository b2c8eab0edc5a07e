#pragma once

#include <cstdint>

#include "camera_model/image.h"
#include "camera_model/render/view_camera.h"
#include "camera_model/scene/lighting.h"

namespace uketsuke::camera {

/// Paints the waiting room behind the patient, out of focus: wall, window, floor, chairs, plants, posters, a
/// door. The seed varies their positions and colours.
void paint_waiting_room(const ViewCamera& camera, const Lighting& lighting, std::uint64_t seed,
                        Radiance& out);

}  // namespace uketsuke::camera
