#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace uketsuke::walls {

/// How an include is written: `"base/bytes.h"` or `<vector>`.
enum class Form { quoted, angled };

/// Why a file may not include another, or nothing where it may.
///
/// The arrows are those of HACKING.md ("Who may include whom"). `file` and a quoted `included` are paths from
/// the root of the tree; whether `included` exists is not looked at.
std::optional<std::string> crossed_wall(std::string_view file, std::string_view included, Form form);

}  // namespace uketsuke::walls
