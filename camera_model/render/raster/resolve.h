#pragma once

#include "camera_model/image.h"
#include "camera_model/render/drawing.h"
#include "camera_model/render/raster/see_through.h"

namespace uketsuke::camera {

/// Composes these rows from background, solid surfaces and the see-through layer. The samples of a pixel that
/// lie on one surface at one depth share one colour, computed at their mean position.
/// @param out  has the image's size
void resolve(const Drawing& drawing, const Samples& samples, const SeeThroughLayer& layer, Rows rows,
             const Radiance& background, Radiance& out);

}  // namespace uketsuke::camera
