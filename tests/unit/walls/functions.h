#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace uketsuke::walls {

/// A function of a source file.
struct Function {
  int line = 0;   ///< first line, counts from 1
  int lines = 0;  ///< number of lines up to its closing brace
  std::string head;
};

/// The functions with a body of a source that clang-format laid out: at namespace level, and in classes.
std::vector<Function> functions_in(std::string_view text);

}  // namespace uketsuke::walls
