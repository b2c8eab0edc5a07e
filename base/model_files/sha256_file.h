#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace uketsuke {

/// The SHA-256 of a file's bytes as 64 lower-case hexadecimal digits; nothing where the file is missing, is
/// no regular file, or cannot be read to its end. @throws SystemError where OpenSSL has no SHA-256
std::optional<std::string> sha256_of_file(const std::filesystem::path& path);

}  // namespace uketsuke
