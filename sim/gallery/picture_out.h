#pragma once

#include <filesystem>
#include <string>

#include "base/bytes.h"
#include "camera_model/image.h"

namespace uketsuke::gallery {

/// Checks before anything is drawn that a picture can be written there.
/// @param card_photo  grey: .png and .jp2; otherwise .png, .jpg and .jpeg
/// @throws InputError placed at `--out`: no name, an ending of no format, a folder that is missing
void check_out(const std::filesystem::path& out, bool card_photo);

/// Writes a picture in the format of the name. @throws InputError placed at `option` where it cannot be
/// written
void write_out(const std::string& option, const std::filesystem::path& out, const camera::Image& image);
void write_out(const std::string& option, const std::filesystem::path& out, const Bytes& bytes);

}  // namespace uketsuke::gallery
