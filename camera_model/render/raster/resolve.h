#pragma once

#include "camera_model/image.h"
#include "camera_model/render/drawing.h"
#include "camera_model/render/raster/see_through.h"

namespace uketsuke::camera {

/// Puts these rows of background, solid surfaces and the see-through layer together. A pixel's samples that
/// lie on one surface at one depth get one colour, taken in their middle.
/// @param out  of the picture's size
void resolve(const Drawing& drawing, const Samples& samples, const SeeThroughLayer& layer, Rows rows,
             const Radiance& background, Radiance& out);

}  // namespace uketsuke::camera
