#pragma once

#include <filesystem>

#include "camera_model/image.h"

namespace uketsuke::bench {

/// Decodes a picture file: 8 bits a sample, grey or RGB, without alpha. PNG in this program, other formats in
/// libuketsuke_capture.so.
/// @throws InputError naming the file: unreadable, too_large (a side of more than 8192 pixels, by the header,
/// or more than 64 MiB), empty, bad_value (no picture, or a damaged one); SystemError for the module
camera::Image read_picture(const std::filesystem::path& file);

}  // namespace uketsuke::bench
