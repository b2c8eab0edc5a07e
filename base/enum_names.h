#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Declares an enumeration together with its names: the name of an enumerator in YAML and in the record is
/// its name in the source.
///
///     /// The light at the reception desk.
///     UKETSUKE_ENUM(Light,
///                   good,
///                   backlight,  ///< a bright window behind the patient
///     )
///
/// Values count from 0 without gaps; `= 1` does not compile. One underscore at the end, for an enumerator
/// that would otherwise be a keyword, is not part of its name: the name of `register_` is "register".
#define UKETSUKE_ENUM(Enum, ...)   \
  enum class Enum { __VA_ARGS__ }; \
  constexpr ::uketsuke::EnumList enum_list(Enum) { return {#__VA_ARGS__, false}; }

/// As UKETSUKE_ENUM, with one byte per value, for states that are stored in large numbers.
#define UKETSUKE_BYTE_ENUM(Enum, ...)             \
  enum class Enum : std::uint8_t { __VA_ARGS__ }; \
  constexpr ::uketsuke::EnumList enum_list(Enum) { return {#__VA_ARGS__, false}; }

/// As UKETSUKE_ENUM, with names in camel case: the name of `diagnosis_info` is "DiagnosisInfo".
#define UKETSUKE_CAMEL_ENUM(Enum, ...) \
  enum class Enum { __VA_ARGS__ };     \
  constexpr ::uketsuke::EnumList enum_list(Enum) { return {#__VA_ARGS__, true}; }

/// After an enumerator: another name for it, as in `enroll UKETSUKE_NAME("register"),`. The name must not
/// contain quotes or backslashes. Not for use in UKETSUKE_CAMEL_ENUM.
#define UKETSUKE_NAME(name)

namespace uketsuke {

/// The description of an enumeration that UKETSUKE_ENUM stores.
struct EnumList {
  std::string_view text;  ///< the enumerators as written, without comments
  bool camel;             ///< names are in camel case
};

/// The values of an enumeration and their names, in order of declaration.
template <class Enum, std::size_t N>
using EnumNames = std::array<std::pair<Enum, std::string_view>, N>;

namespace enum_names_detail {

constexpr bool is_word(char c) {
  return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

constexpr void skip_blanks(std::string_view& list) {
  while (!list.empty() && list.front() == ' ') list.remove_prefix(1);
}

/// Removes the first enumerator of a list and returns its name; empty at the end of the list. If the list
/// cannot be parsed, compilation fails at one of the `throw`s.
constexpr std::string_view take_name(std::string_view& list) {
  constexpr std::string_view kOther = "UKETSUKE_NAME(\"";
  skip_blanks(list);
  std::size_t length = 0;
  while (length < list.size() && is_word(list[length])) ++length;
  std::string_view name = list.substr(0, length);
  if (!name.empty() && name.back() == '_') name.remove_suffix(1);
  list.remove_prefix(length);
  skip_blanks(list);
  if (list.substr(0, kOther.size()) == kOther) {
    list.remove_prefix(kOther.size());
    name = list.substr(0, list.find('"'));
    list.remove_prefix(name.size());
    if (list.substr(0, 2) != "\")") throw "UKETSUKE_NAME takes one text without quotes and backslashes";
    list.remove_prefix(2);
  }
  if (!list.empty() && list.front() != ',') throw "an enumerator of UKETSUKE_ENUM has no value of its own";
  if (!list.empty()) list.remove_prefix(1);
  return name;
}

constexpr std::size_t count(std::string_view list) {
  std::size_t names = 0;
  while (!take_name(list).empty()) ++names;
  return names;
}

template <class Enum, std::size_t N>
constexpr EnumNames<Enum, N> names(std::string_view list) {
  EnumNames<Enum, N> all{};
  for (std::size_t i = 0; i < N; ++i) {
    all[i].first = static_cast<Enum>(i);
    all[i].second = take_name(list);
  }
  return all;
}

/// The names of a list in camel case; the unused end of the array is blank.
template <std::size_t N>
constexpr std::array<char, N> camel_case(std::string_view list) {
  std::array<char, N> text{};
  std::size_t length = 0;
  bool starts = true;
  for (const char c : list) {
    if (c != '_') text[length++] = starts && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    starts = !is_word(c) || c == '_';
  }
  while (length < N) text[length++] = ' ';
  return text;
}

template <class Enum>
inline constexpr auto kCamelCase = camel_case<enum_list(Enum{}).text.size()>(enum_list(Enum{}).text);

template <class Enum>
constexpr std::string_view list_of_names() {
  if constexpr (enum_list(Enum{}).camel) {
    return {kCamelCase<Enum>.data(), kCamelCase<Enum>.size()};
  } else {
    return enum_list(Enum{}).text;
  }
}

template <class Enum>
inline constexpr auto kNames = names<Enum, count(list_of_names<Enum>())>(list_of_names<Enum>());

}  // namespace enum_names_detail

/// The number of values of an enumeration.
template <class Enum>
inline constexpr std::size_t kEnumCount = enum_names_detail::kNames<Enum>.size();

/// The values and names of an enumeration as used in YAML and in the record, in order of declaration.
template <class Enum>
constexpr const auto& enum_names(Enum) {
  return enum_names_detail::kNames<Enum>;
}

/// The names of an enumeration as texts, in order of declaration: for messages and options.
template <class Enum>
std::vector<std::string> names_of() {
  std::vector<std::string> all;
  for (const auto& [value, name] : enum_names(Enum{})) all.emplace_back(name);
  return all;
}

/// The name of a value; "?" for a number that is not a value of the enumeration.
template <class Enum>
constexpr std::string_view to_name(Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < kEnumCount<Enum> ? enum_names_detail::kNames<Enum>[index].second : "?";
}

/// The value with this name, or empty.
template <class Enum>
constexpr std::optional<Enum> from_name(std::string_view text) {
  for (const auto& [value, name] : enum_names_detail::kNames<Enum>) {
    if (name == text) return value;
  }
  return std::nullopt;
}

}  // namespace uketsuke
