#pragma once

#include <filesystem>

#include "camera_model/image.h"

namespace uketsuke::sim {

/// Writes an image of three channels as JPEG to a temporary file, then renames it.
/// @throws SystemError
void write_jpeg(const std::filesystem::path& file, const camera::Image& image, int quality = 82);

}  // namespace uketsuke::sim
