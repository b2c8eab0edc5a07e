#pragma once

#include <filesystem>
#include <optional>

#include "base/bytes.h"

namespace uketsuke::pki {

/// Creates the folder and its parents, accessible only to the owner.
/// @throws SystemError
void make_private_folder(const std::filesystem::path& folder);

/// The content of a file; nothing if it does not exist.
/// @throws SystemError if it exists and cannot be read
std::optional<Bytes> read_cache_file(const std::filesystem::path& path);

/// Publishes a file of mode 0600 atomically, unless it exists already.
///
/// Writes a temporary file and links it: of two concurrent processes, one wins, and the other is told that it
/// lost.
/// @returns whether the file now contains this process's bytes
/// @throws SystemError
bool publish_cache_file(const std::filesystem::path& path, const Bytes& bytes);

}  // namespace uketsuke::pki
