#pragma once

#include <vector>

#include "reader_model/face_engine/face.h"

namespace uketsuke::reader::face_engine {

/// Area that two boxes share, by the area that they cover together: 0 to 1.
float overlap(const Box& a, const Box& b);

/// Of boxes that overlap by more than `limit`, leaves the one of the highest confidence (non-maximum
/// suppression), and sorts what is left by area, largest first. `faces` in place.
void suppress(std::vector<FoundFace>& faces, float limit);

}  // namespace uketsuke::reader::face_engine
