#pragma once

#include "base/bytes.h"

namespace uketsuke::personalisation {

/// A white PNG with one bit per pixel: a stand-in for a picture of printed text.
/// @throws SystemError if libpng fails
Bytes blank_png(int width, int height);

}  // namespace uketsuke::personalisation
