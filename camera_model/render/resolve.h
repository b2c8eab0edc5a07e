#pragma once

#include "camera_model/image.h"
#include "camera_model/render/drawing.h"
#include "camera_model/render/see_through.h"

namespace uketsuke::camera {

/// Puts background, solid surfaces and the see-through layer together. A pixel's samples that lie on one
/// surface at one depth get one colour, taken in their middle.
void resolve(const Drawing& drawing, const SeeThroughLayer& layer, const Radiance& background, Radiance& out);

}  // namespace uketsuke::camera
