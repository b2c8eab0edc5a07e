#pragma once

#include <filesystem>
#include <optional>

#include "base/bytes.h"

namespace uketsuke::pki {

/// Makes the folder and those above it, for its owner alone. @throws SystemError
void make_private_folder(const std::filesystem::path& folder);

/// The whole of a file; nothing where there is none. @throws SystemError where it is there and cannot be
/// read.
std::optional<Bytes> read_cache_file(const std::filesystem::path& path);

/// Puts a file of mode 0600 in its place, whole or not at all, unless there is one already.
///
/// Written aside and linked: of two processes that race, one wins, and the other learns that it lost.
/// @return whether this process' bytes stand there now. @throws SystemError
bool publish_cache_file(const std::filesystem::path& path, const Bytes& bytes);

}  // namespace uketsuke::pki
