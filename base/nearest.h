#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace uketsuke {

/// The known word that a person most likely meant, or nothing where none is close (more than a third of it
/// differs).
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

/// ` (did you mean "X"?)`, or ` (known: A, B, …)` where nothing is close, to be put behind an error message.
std::string suggestion(std::string_view word, const std::vector<std::string>& known);

}  // namespace uketsuke
