#pragma once

#include <string_view>

#include "sim/personalisation/photo/jpeg_2000.h"

namespace uketsuke::personalisation {

/// Head and shoulders of nobody, 192 x 240, grey: stands for the photo on the card. Shades and proportions
/// follow from the name, so that two personas do not have the same picture.
GreyImage draw_portrait(std::string_view persona);

}  // namespace uketsuke::personalisation
