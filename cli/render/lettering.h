#pragma once

#include <string_view>

#include "camera_model/image.h"

namespace uketsuke::cli {

constexpr int kLetterWidth = 12, kLetterHeight = 14;  ///< pixels, the gap to the next letter included

/// Writes a line in dark grey, its top left corner at x, y; what it has no letter for is a gap, what does not
/// fit is left out. @param image  of three channels
void write_line(camera::Image& image, int x, int y, std::string_view text);

}  // namespace uketsuke::cli
