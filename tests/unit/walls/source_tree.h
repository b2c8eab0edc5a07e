#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/walls/arrows.h"

namespace uketsuke::walls {

/// An `#include` line. `included` is empty if the file is named through a macro.
struct IncludeLine {
  int line = 0;  ///< counts from 1
  std::string included;
  Form form = Form::quoted;
};

/// The includes of a source text, without those in comments.
std::vector<IncludeLine> includes(std::string_view text);

/// All files that people wrote, as sorted paths from `root`. Leaves out `.git`, build folders and files that
/// runs write.
std::vector<std::string> written_files(const std::filesystem::path& root);

/// The C++ files among them, `.h` and `.cpp`.
std::vector<std::string> source_files(const std::filesystem::path& root);

/// The bytes of a file. @throws std::runtime_error if it cannot be read
std::string read(const std::filesystem::path& path);

}  // namespace uketsuke::walls
