#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace uketsuke {

/// The names of an enumeration as they stand in YAML and in the record, in order of declaration.
///
/// An enumeration `E` that is read or written has, in its own namespace, a function
/// `constexpr auto enum_names(E)` that returns an array of (value, name).
template <class Enum, std::size_t N>
using EnumNames = std::array<std::pair<Enum, std::string_view>, N>;

template <class Enum>
constexpr std::string_view to_name(Enum value) {
  constexpr auto names = enum_names(Enum{});
  for (const auto& [candidate, name] : names) {
    if (candidate == value) return name;
  }
  return "?";
}

template <class Enum>
constexpr std::optional<Enum> from_name(std::string_view text) {
  constexpr auto names = enum_names(Enum{});
  for (const auto& [value, name] : names) {
    if (name == text) return value;
  }
  return std::nullopt;
}

}  // namespace uketsuke
