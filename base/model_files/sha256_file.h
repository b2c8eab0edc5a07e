#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace uketsuke {

/// The SHA-256 of a file's bytes as 64 lower-case hexadecimal digits; empty if the file is missing, is not a
/// regular file, or cannot be read to its end. @throws SystemError if OpenSSL has no SHA-256
std::optional<std::string> sha256_of_file(const std::filesystem::path& path);

}  // namespace uketsuke
