#pragma once

#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// Clears hair from the face: hair in front of it below the brows is gathered above them, as a cut fringe is.
/// The published bobs cover one eye, which a card photo must not show and a reader could not see through.
/// @param hair  vertices in mm in the head's frame
void clear_the_eyes(Surface& hair);

}  // namespace uketsuke::camera
