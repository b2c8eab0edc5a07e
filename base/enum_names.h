#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Declares an enumeration together with its names. The name of a value is its enumerator, read from the list
/// at compile time:
///
///     /// The light at the reception desk.
///     UKETSUKE_ENUM(Light,
///                   good,
///                   backlight,  ///< a bright window behind the patient
///     )
///
/// Values count up from 0; an initializer (`= 1`) does not compile. A trailing underscore, for words that C++
/// reserves, is not part of the name: `register_` is "register".
#define UKETSUKE_ENUM(Enum, ...)   \
  enum class Enum { __VA_ARGS__ }; \
  constexpr ::uketsuke::EnumList enum_list(Enum) { return {#__VA_ARGS__, false}; }

/// UKETSUKE_ENUM with one byte of storage, for states that exist in large numbers.
#define UKETSUKE_BYTE_ENUM(Enum, ...)             \
  enum class Enum : std::uint8_t { __VA_ARGS__ }; \
  constexpr ::uketsuke::EnumList enum_list(Enum) { return {#__VA_ARGS__, false}; }

/// UKETSUKE_ENUM with names in CamelCase: `diagnosis_info` is "DiagnosisInfo".
#define UKETSUKE_CAMEL_ENUM(Enum, ...) \
  enum class Enum { __VA_ARGS__ };     \
  constexpr ::uketsuke::EnumList enum_list(Enum) { return {#__VA_ARGS__, true}; }

/// Gives an enumerator another name: `enroll UKETSUKE_NAME("register"),`. The name must not contain quotes or
/// backslashes. Not available in UKETSUKE_CAMEL_ENUM.
#define UKETSUKE_NAME(name)

namespace uketsuke {

/// The list of values that UKETSUKE_ENUM was given.
struct EnumList {
  std::string_view text;  ///< as written, without comments
  bool camel;             ///< whether names are in CamelCase
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

/// Removes the first enumerator from `list` and returns its name; empty at the end of the list. At compile
/// time, a list that cannot be parsed is an error at one of the `throw`s.
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
    if (list.substr(0, 2) != "\")") throw "UKETSUKE_NAME takes one text without quotes or backslashes";
    list.remove_prefix(2);
  }
  if (!list.empty() && list.front() != ',') throw "an enumerator of UKETSUKE_ENUM takes no initializer";
  if (!list.empty()) list.remove_prefix(1);
  return name;
}

constexpr std::size_t count(std::string_view list) {
  std::size_t names = 0;
  while (!take_name(list).empty()) ++names;
  return names;
}

/// The names of a list one after the other, each with a 0 at its end as a literal has.
template <std::size_t N>
constexpr std::array<char, N> terminated_names(EnumList list) {
  std::array<char, N> text{};
  std::size_t length = 0;
  for (auto name = take_name(list.text); !name.empty(); name = take_name(list.text)) {
    bool starts = true;
    for (const char c : name) {
      const bool separates = list.camel && c == '_';
      const bool rises = list.camel && starts && c >= 'a' && c <= 'z';
      if (!separates) text[length++] = rises ? static_cast<char>(c - 'a' + 'A') : c;
      starts = separates;
    }
    ++length;
  }
  return text;
}

template <class Enum>
inline constexpr auto kText = terminated_names<enum_list(Enum{}).text.size() + 1>(enum_list(Enum{}));

template <class Enum, std::size_t N>
constexpr EnumNames<Enum, N> names() {
  EnumNames<Enum, N> all{};
  std::size_t at = 0;
  for (std::size_t i = 0; i < N; ++i) {
    all[i].first = static_cast<Enum>(i);
    all[i].second = std::string_view(kText<Enum>.data() + at);
    at += all[i].second.size() + 1;
  }
  return all;
}

template <class Enum>
inline constexpr auto kNames = names<Enum, count(enum_list(Enum{}).text)>();

}  // namespace enum_names_detail

/// The number of values of an enumeration.
template <class Enum>
inline constexpr std::size_t kEnumCount = enum_names_detail::kNames<Enum>.size();

/// The values of an enumeration with their names, as YAML and the record spell them, in order of declaration.
template <class Enum>
constexpr const auto& enum_names(Enum) {
  return enum_names_detail::kNames<Enum>;
}

/// The names alone, for messages and options.
template <class Enum>
std::vector<std::string> names_of() {
  std::vector<std::string> all;
  for (const auto& [value, name] : enum_names(Enum{})) all.emplace_back(name);
  return all;
}

/// The name of a value, with a 0 behind it; "?" if the number is not a value of the enumeration.
template <class Enum>
constexpr std::string_view to_name(Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < kEnumCount<Enum> ? enum_names_detail::kNames<Enum>[index].second : "?";
}

/// The value with this name, or nothing.
template <class Enum>
constexpr std::optional<Enum> from_name(std::string_view text) {
  for (const auto& [value, name] : enum_names_detail::kNames<Enum>) {
    if (name == text) return value;
  }
  return std::nullopt;
}

}  // namespace uketsuke
