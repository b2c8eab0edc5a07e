#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/yaml/value.h"

namespace uketsuke::yaml {

/// What no honest file exceeds; aliases count as often as they are used.
struct Limits {
  std::size_t bytes = 1 << 20;
  std::size_t nodes = 200'000;
  int depth = 64;
};

/// The documents of a YAML file, in order; documents without content are left out.
/// @throws InputError: unreadable, too_large, not_text, syntax, cyclic_alias, duplicate_key.
std::vector<Value> load(const std::filesystem::path& path, const Limits& limits = {});

/// The same from a text; `file` stands in error messages.
std::vector<Value> parse(std::string_view text, const std::string& file, const Limits& limits = {});

/// The one document of a file. @throws InputError, also `empty` or `bad_value` where there is not exactly
/// one.
Value load_one(const std::filesystem::path& path, const Limits& limits = {});

}  // namespace uketsuke::yaml
