#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace uketsuke {

/// The known word that was most likely meant, or empty if none is close (more than a third of it differs).
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

/// ` (did you mean "X"?)`, or ` (known: A, B, …)` if no word is close; to be appended to an error message.
std::string suggestion(std::string_view word, const std::vector<std::string>& known);

/// Returns the element with this name.
/// @param what    what the elements are, for the message: `persona`
/// @param option  where the name was given: `--persona`
/// @throws InputError `unknown_name` placed at the option, with the nearest known name
template <class Value>
const Value& named(const std::map<std::string, Value>& elements, const std::string& name,
                   const std::string& what, const std::string& option) {
  const auto found = elements.find(name);
  if (found != elements.end()) return found->second;
  std::vector<std::string> known;
  known.reserve(elements.size());
  for (const auto& [key, value] : elements) known.push_back(key);
  throw InputError(InputProblem::unknown_name, {option, 0, 0},
                   "unknown " + what + " \"" + name + "\"" + suggestion(name, known));
}

}  // namespace uketsuke
