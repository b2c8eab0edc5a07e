#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace uketsuke::walls {

/// A function as it stands in a source.
struct Function {
  int line = 0;   ///< of its first line, from 1
  int lines = 0;  ///< from there to its closing brace
  std::string head;
};

/// The functions with a body of a source that clang-format laid out: at namespace level, and in classes.
std::vector<Function> functions_in(std::string_view text);

}  // namespace uketsuke::walls
