#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace uketsuke::walls {

/// How an include is written: `"base/bytes.h"` or `<vector>`.
enum class Form { quoted, angled };

/// The reason why a file may not include another. Nothing if it may.
///
/// The arrows are those of HACKING.md ("The house"). `file` and a quoted `included` are paths from the root
/// of the tree. Whether `included` exists is not checked.
std::optional<std::string> crossed_wall(std::string_view file, std::string_view included, Form form);

}  // namespace uketsuke::walls
