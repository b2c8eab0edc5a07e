#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/walls/arrows.h"

namespace uketsuke::walls {

/// An `#include` line; one that names its file through a macro has an empty `included`.
struct IncludeLine {
  int line = 0;  ///< counts from 1
  std::string included;
  Form form = Form::quoted;
};

/// The includes of a source text. Comments are left out.
std::vector<IncludeLine> includes(std::string_view text);

/// Every file that a person wrote, as paths from `root`, sorted: without `.git`, build folders and what runs
/// leave.
std::vector<std::string> written_files(const std::filesystem::path& root);

/// Those of them that are C++, `.h` and `.cpp`.
std::vector<std::string> source_files(const std::filesystem::path& root);

/// The bytes of a file. @throws std::runtime_error where it cannot be read.
std::string read(const std::filesystem::path& path);

}  // namespace uketsuke::walls
