#pragma once

#include <filesystem>
#include <vector>

namespace uketsuke::reader::face_engine {

/// The bytes of a model's file. @throws FaceError (NO_MODEL) where it cannot be read or is empty; the text
/// names the command that puts it there
std::vector<char> read_model(const std::filesystem::path& file);

}  // namespace uketsuke::reader::face_engine
