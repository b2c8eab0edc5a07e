#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.h"
#include "base/error.h"
#include "base/nearest.h"

namespace uketsuke::gallery {

/// @throws InputError `unknown_name` placed at the option, with the nearest known word
[[noreturn]] inline void refuse_word(const std::string& option, const std::string& what,
                                     const std::string& text, const std::vector<std::string>& known) {
  throw InputError(InputProblem::unknown_name, {option, 0, 0},
                   "unknown " + what + " \"" + text + "\"" + suggestion(text, known));
}

/// The value that an option's text names.
/// @throws InputError as refuse_word() does
template <class Enum>
Enum one_word(const std::string& option, const std::string& what, const std::string& text) {
  if (const auto value = from_name<Enum>(text)) return *value;
  refuse_word(option, what, text, names_of<Enum>());
}

}  // namespace uketsuke::gallery
