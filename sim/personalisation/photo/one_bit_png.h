#pragma once

#include "base/bytes.h"

namespace uketsuke::personalisation {

/// A white PNG of one bit a pixel: stands for a picture of printed text. @throws SystemError where libpng
/// fails.
Bytes blank_png(int width, int height);

}  // namespace uketsuke::personalisation
