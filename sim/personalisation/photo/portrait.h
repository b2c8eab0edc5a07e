#pragma once

#include <string_view>

#include "sim/personalisation/photo/jpeg_2000.h"

namespace uketsuke::personalisation {

/// A drawing of head and shoulders of no real person, 192 x 240, grey: a stand-in for the card photo. The
/// name determines shades and proportions, so that personas have different pictures.
GreyImage draw_portrait(std::string_view persona);

}  // namespace uketsuke::personalisation
