#pragma once

#include <filesystem>

#include "camera_model/image.h"

namespace uketsuke::bench {

/// Decodes an image file to 8 bits per sample, grey or RGB, without alpha. PNG is decoded in this program,
/// other formats in libuketsuke_capture.so.
/// @throws InputError naming the file: unreadable, too_large (a side of more than 8192 pixels in the header,
/// or more than 64 MiB), empty, bad_value (not an image, or damaged)
/// @throws SystemError if the module cannot be used
camera::Image read_picture(const std::filesystem::path& file);

}  // namespace uketsuke::bench
