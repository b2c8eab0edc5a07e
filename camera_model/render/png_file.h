#pragma once

#include <filesystem>

#include "base/bytes.h"
#include "camera_model/image.h"

namespace uketsuke::camera {

/// Longest side of a PNG that is read; more is a mistake or an attack on the memory.
constexpr int kLargestPngSide = 8192;

/// Reads a PNG of any kind as 8 bits a sample: grey becomes 1 channel, colour and palettes 3, either with
/// transparency 4.
/// @throws InputError naming the file: unreadable, too_large, bad_value (no PNG, or a damaged one).
Image read_png(const std::filesystem::path& path);

/// The file's bytes. @throws std::invalid_argument for a picture without pixels or with their count wrong.
Bytes encode_png(const Image& image);

/// Writes beside the place and renames. @throws SystemError, std::invalid_argument as encode_png()
void write_png(const std::filesystem::path& path, const Image& image);

}  // namespace uketsuke::camera
