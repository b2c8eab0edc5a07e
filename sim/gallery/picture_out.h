#pragma once

#include <filesystem>
#include <string>

#include "base/bytes.h"
#include "camera_model/image.h"

namespace uketsuke::gallery {

/// Checks, before drawing, that an image can be written there.
/// @param card_photo  grey: .png and .jp2; otherwise .png, .jpg and .jpeg
/// @throws InputError placed at `--out`, if the name is missing, its extension belongs to no format, or the
/// folder does not exist
void check_out(const std::filesystem::path& out, bool card_photo);

/// Writes an image in the format of the name's extension.
/// @throws InputError placed at `option` if it cannot be written
void write_out(const std::string& option, const std::filesystem::path& out, const camera::Image& image);
void write_out(const std::string& option, const std::filesystem::path& out, const Bytes& bytes);

}  // namespace uketsuke::gallery
