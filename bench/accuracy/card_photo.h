#pragma once

#include "camera_model/image.h"

namespace uketsuke::bench {

/// Converts an image to what the card returns: its middle at 4:5, scaled to 192 x 240 pixels, grey (luma of
/// ITU-R BT.601), compressed and decompressed as a JP2 file of about 6 kB.
/// @param picture  grey, RGB, or either with alpha, which is ignored
/// @throws SystemError if OpenJPEG fails
camera::Image through_card(const camera::Image& picture);

}  // namespace uketsuke::bench
