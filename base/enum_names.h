#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Declares an enumeration and its names from one list: an enumerator is called in YAML and in the record
/// what it is called in the source.
///
///     /// The light at the reception desk.
///     UKETSUKE_ENUM(Light,
///                   good,
///                   backlight,  ///< a bright window behind the patient
///     )
///
/// Values count from 0 without gaps; `= 1` does not compile. One underscore at the end, of an enumerator
/// that would be a keyword, is no part of its name: `register_` is called "register".
#define UKETSUKE_ENUM(Enum, ...)   \
  enum class Enum { __VA_ARGS__ }; \
  constexpr ::uketsuke::EnumList enum_list(Enum) { return {#__VA_ARGS__, false}; }

/// UKETSUKE_ENUM in one byte, for states that are kept in large numbers.
#define UKETSUKE_BYTE_ENUM(Enum, ...)             \
  enum class Enum : std::uint8_t { __VA_ARGS__ }; \
  constexpr ::uketsuke::EnumList enum_list(Enum) { return {#__VA_ARGS__, false}; }

/// UKETSUKE_ENUM whose names are in camel case: `diagnosis_info` is called "DiagnosisInfo".
#define UKETSUKE_CAMEL_ENUM(Enum, ...) \
  enum class Enum { __VA_ARGS__ };     \
  constexpr ::uketsuke::EnumList enum_list(Enum) { return {#__VA_ARGS__, true}; }

/// Behind an enumerator: what it is called instead, as in `enroll UKETSUKE_NAME("register"),`. Any text
/// without quotes and backslashes. Not in a UKETSUKE_CAMEL_ENUM.
#define UKETSUKE_NAME(name)

namespace uketsuke {

/// What UKETSUKE_ENUM keeps of an enumeration.
struct EnumList {
  std::string_view text;  ///< the enumerators as written, comments left out
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

/// Takes the next enumerator off the front of a list and returns its name; empty at the end of the list.
/// A list that it cannot read is an error of compilation at one of the `throw`s.
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

/// A list in camel case; what is left of the array at the end is blank.
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

/// How many values an enumeration has.
template <class Enum>
inline constexpr std::size_t kEnumCount = enum_names_detail::kNames<Enum>.size();

/// The values and names of an enumeration as they stand in YAML and in the record, in order of declaration.
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

/// The name of a value; "?" of a number that is no value of the enumeration.
template <class Enum>
constexpr std::string_view to_name(Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < kEnumCount<Enum> ? enum_names_detail::kNames<Enum>[index].second : "?";
}

/// The value that is called so.
template <class Enum>
constexpr std::optional<Enum> from_name(std::string_view text) {
  for (const auto& [value, name] : enum_names_detail::kNames<Enum>) {
    if (name == text) return value;
  }
  return std::nullopt;
}

}  // namespace uketsuke
