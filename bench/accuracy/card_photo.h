#pragma once

#include "camera_model/image.h"

namespace uketsuke::bench {

/// A picture as it comes back from the card: the middle of it at 4:5, scaled to 192 x 240 pixels, grey (luma
/// of ITU-R BT.601), through a JP2 file of about 6 kB.
/// @param picture grey, RGB, or either with alpha, which is left out @throws SystemError where OpenJPEG fails
camera::Image through_card(const camera::Image& picture);

}  // namespace uketsuke::bench
