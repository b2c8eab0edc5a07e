#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace uketsuke::oqs {

/// Puts a complete file into a folder: writes a temporary file in the same folder, then renames it. A watcher
/// never sees a partial file, and nothing is overwritten.
/// @return false if the name is taken; nothing has then changed
/// @throws SystemError
bool deliver(const std::filesystem::path& folder, const std::string& name, std::string_view bytes);

/// Moves a file into another folder of the same file system, under its own name or, if that is taken, with a
/// number appended.
/// @return its new path; empty if another process has already moved it
/// @throws SystemError
std::filesystem::path move_into(const std::filesystem::path& folder, const std::filesystem::path& file);

/// Creates the folder if it does not exist. @throws SystemError
void make_folder(const std::filesystem::path& folder);

}  // namespace uketsuke::oqs
