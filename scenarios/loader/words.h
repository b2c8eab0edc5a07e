#pragma once

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "base/yaml/value.h"

namespace uketsuke::scenario {

/// Reads a list of words of an enumeration.
template <class Enum>
std::vector<Enum> list_of(const yaml::Value& value) {
  std::vector<Enum> words;
  for (const yaml::Value& item : value.items()) words.push_back(item.one_of<Enum>());
  return words;
}

/// As `list_of`, for a list whose order has no meaning, so that a repeated word is an error.
/// @throws InputError `duplicate_name`
template <class Enum>
std::set<Enum> set_of(const yaml::Value& value) {
  std::set<Enum> words;
  for (const yaml::Value& item : value.items()) {
    if (!words.insert(item.one_of<Enum>()).second) {
      item.fail(InputProblem::duplicate_name, fmt::format("\"{}\" appears twice in this list", item.text()));
    }
  }
  return words;
}

inline bool all_digits(const std::string& text) {
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

/// Reads a name that becomes part of file names and case ids: small letters, digits and hyphens.
/// @throws InputError `bad_value`
inline std::string name_of(const yaml::Value& value) {
  const std::string name = value.text();
  bool good = !name.empty() && name.front() != '-';
  for (const char c : name) good = good && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  if (!good) {
    value.fail(InputProblem::bad_value,
               fmt::format("\"{}\" is not a name (use lower-case letters, digits and hyphens)", name));
  }
  return name;
}

}  // namespace uketsuke::scenario
