#pragma once

#include "camera_model/image.h"
#include "reader_model/face_match/face_evidence.h"

namespace uketsuke::reader {

/// Measures light and sharpness of a face. The face is first reduced to a width of 96 pixels by averaging, so
/// that sharpness is independent of distance and sensor noise matters little.
/// @param picture grey, RGB or RGBA. @param face in pixels of it; the part beyond the picture is ignored
/// @returns all zero if the box is outside the picture
PictureQuality measure_quality(const camera::Image& picture, const FaceBox& face);

}  // namespace uketsuke::reader
