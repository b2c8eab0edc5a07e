#pragma once

#include "camera_model/image.h"
#include "reader_model/face_match/face_evidence.h"

namespace uketsuke::reader {

/// Measures light and sharpness of a face. The face is first brought to a width of 96 pixels by averaging, so
/// that sharpness means the same near and far and sensor noise counts little.
/// @param picture grey, RGB or RGBA. @param face in pixels of it; what lies beyond the picture is left out
/// @returns all zero where the box is outside the picture
PictureQuality measure_quality(const camera::Image& picture, const FaceBox& face);

}  // namespace uketsuke::reader
