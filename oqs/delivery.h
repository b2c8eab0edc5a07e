#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace uketsuke::oqs {

/// Puts a whole file into a folder: written aside in the same folder, then renamed. A watcher never sees half
/// of it, and nothing is overwritten.
/// @return false where the name is taken; then nothing has changed
/// @throws SystemError
bool deliver(const std::filesystem::path& folder, const std::string& name, std::string_view bytes);

/// Moves a file into another folder of the same file system, under its own name or, where that is taken, with
/// a number behind it.
/// @return where it is now; empty where somebody else has moved it already
/// @throws SystemError
std::filesystem::path move_into(const std::filesystem::path& folder, const std::filesystem::path& file);

/// Makes the folder where there is none. @throws SystemError
void make_folder(const std::filesystem::path& folder);

}  // namespace uketsuke::oqs
