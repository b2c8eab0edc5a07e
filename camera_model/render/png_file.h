#pragma once

#include <filesystem>

#include "base/bytes.h"
#include "camera_model/image.h"

namespace uketsuke::camera {

/// Longest accepted side of a PNG. A larger one is a mistake or an attempt to exhaust memory.
constexpr int kLargestPngSide = 8192;

/// Reads a PNG of any colour type as 8 bits per sample: grey becomes 1 channel, colour and palettes 3, either
/// with transparency 4.
/// @throws InputError naming the file: unreadable, too_large, bad_value (not a PNG, or damaged)
Image read_png(const std::filesystem::path& path);

/// Encodes a PNG.
/// @throws std::invalid_argument if the image is empty or its pixel count is wrong
Bytes encode_png(const Image& image);

/// Writes to a temporary file in the target folder, then renames it.
/// @throws SystemError; std::invalid_argument as encode_png() does
void write_png(const std::filesystem::path& path, const Image& image);

}  // namespace uketsuke::camera
