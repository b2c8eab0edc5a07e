#pragma once

#include <string_view>
#include <vector>

namespace uketsuke::reports {

/// A file in reports/html/assets as of the library's build, by its path relative to reports/html; empty for
/// an unknown name.
std::string_view asset(std::string_view name);

/// The scripts, in the order in which the page runs them.
std::vector<std::string_view> script_names();

}  // namespace uketsuke::reports
