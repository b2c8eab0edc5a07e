#pragma once

#include <string_view>
#include <vector>

namespace uketsuke::reports {

/// A file under reports/html/assets as it was when the library was built, by its path from reports/html;
/// empty for a name that is none.
std::string_view asset(std::string_view name);

/// The scripts, in the order in which the page runs them.
std::vector<std::string_view> script_names();

}  // namespace uketsuke::reports
