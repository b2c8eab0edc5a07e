#pragma once

#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// Takes hair out of the face: what hangs before it below the brows is gathered above them, as a fringe is
/// cut. The published bobs cover one eye, which no card's photo may and no reader could see through.
/// @param hair  mm in the head's frame
void clear_the_eyes(Surface& hair);

}  // namespace uketsuke::camera
