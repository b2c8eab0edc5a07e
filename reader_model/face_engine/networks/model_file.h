#pragma once

#include <filesystem>
#include <vector>

namespace uketsuke::reader::face_engine {

/// Reads a model file. @throws FaceError (NO_MODEL) if it cannot be read or is empty; the text names the
/// command that installs it
std::vector<char> read_model(const std::filesystem::path& file);

}  // namespace uketsuke::reader::face_engine
