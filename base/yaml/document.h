#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/yaml/value.h"

namespace uketsuke::yaml {

/// Limits that no legitimate file exceeds; an alias counts each time it is used.
struct Limits {
  std::size_t bytes = 1 << 20;
  std::size_t nodes = 200'000;
  int depth = 64;
};

/// Reads the documents of a YAML file, in order; documents without content are omitted.
/// @throws InputError: unreadable, too_large, not_text, syntax, cyclic_alias, duplicate_key.
std::vector<Value> load(const std::filesystem::path& path, const Limits& limits = {});

/// Reads the documents of a YAML text; `file` is its name in error messages. @throws InputError as `load`
std::vector<Value> parse(std::string_view text, const std::string& file, const Limits& limits = {});

/// Reads the only document of a file. @throws InputError as `load`, also `empty` or `bad_value` if there is
/// not exactly one.
Value load_one(const std::filesystem::path& path, const Limits& limits = {});

}  // namespace uketsuke::yaml
