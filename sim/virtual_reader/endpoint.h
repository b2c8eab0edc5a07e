#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace uketsuke::virtual_reader {

inline constexpr std::uint16_t kFirstSlot = 35963;  ///< 8C7B, "Virtual PCD 00 00"
inline constexpr std::uint16_t kLastSlot = 35964;   ///< Debian's vpcd has two slots

/// The address of a vpcd.
struct Endpoint {
  std::string host = "127.0.0.1";
  std::uint16_t port = kFirstSlot;
};

/// Parses `HOST:PORT`, `HOST`, `[IPV6]:PORT` or `:PORT`.
/// @throws InputError, placed at `option`, for any other form
Endpoint parse_endpoint(std::string_view text, const std::string& option);

/// `127.0.0.1:35963`, `[::1]:35963`.
std::string to_string(const Endpoint& endpoint);

/// PC/SC's name of the slot at this port, if vpcd is configured as Debian ships it; empty for other ports.
std::string reader_name(const Endpoint& endpoint);

}  // namespace uketsuke::virtual_reader
