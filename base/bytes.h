#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace uketsuke {

using Bytes = std::vector<std::uint8_t>;

/// Upper-case hexadecimal without separators, two digits per byte.
std::string to_hex(const Bytes& bytes);

/// Parses hexadecimal; spaces between bytes are allowed.
/// @throws std::invalid_argument for an odd number of digits or a character that is not a digit.
Bytes from_hex(std::string_view text);

/// The characters of a text as bytes, without a terminator.
Bytes to_bytes(std::string_view text);

}  // namespace uketsuke
