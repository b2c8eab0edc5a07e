#pragma once

#include <filesystem>

#include "camera_model/image.h"

namespace uketsuke::sim {

/// Writes a picture of three channels as JPEG, beside its place, and renames it. @throws SystemError
void write_jpeg(const std::filesystem::path& file, const camera::Image& image, int quality = 82);

}  // namespace uketsuke::sim
