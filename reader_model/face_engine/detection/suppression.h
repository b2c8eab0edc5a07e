#pragma once

#include <vector>

#include "reader_model/face_engine/face.h"

namespace uketsuke::reader::face_engine {

/// Intersection over union of two boxes, 0 to 1.
float overlap(const Box& a, const Box& b);

/// Non-maximum suppression: of boxes that overlap by more than `limit`, keeps the one with the highest
/// confidence; sorts the rest by area, largest first. Modifies `faces` in place.
void suppress(std::vector<FoundFace>& faces, float limit);

}  // namespace uketsuke::reader::face_engine
