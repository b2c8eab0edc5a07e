#pragma once

#include <stdexcept>
#include <string>

#include "base/enum_names.h"

namespace uketsuke {

/// A position in a text file; line and column count from 1, and are 0 if there is none.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

/// Formats as `file:line:column`, as compilers do and editors can follow.
std::string to_string(const Place& place);

/// The kind of error in an input.
UKETSUKE_ENUM(InputProblem,
              unreadable,      ///< the file or folder cannot be opened or read
              too_large,       ///< more bytes, nodes or nesting than any legitimate file has
              not_text,        ///< bytes that are not UTF-8 text
              syntax,          ///< not YAML
              cyclic_alias,    ///< an alias inside the node that it refers to
              duplicate_key,   ///< the same key twice in a map
              unknown_key,     ///< a key that nothing reads; the nearest known one is suggested
              missing_key,     ///< a required key is absent
              wrong_type,      ///< a map where a text is expected, a word where a number is, and so on
              bad_value,       ///< the right type, but not one of the allowed values
              unknown_name,    ///< names something (a persona, a site, a requirement) that does not exist
              duplicate_name,  ///< two items of one kind with the same name
              empty,           ///< contains nothing to work on
)

/// An input written by a person is not usable. `what()` is one line: where, what, and what to do.
class InputError : public std::runtime_error {
 public:
  InputError(InputProblem problem, Place place, const std::string& message);

  InputProblem problem() const { return problem_; }
  const Place& place() const { return place_; }

 private:
  InputProblem problem_;
  Place place_;
};

/// The machine, not the input, is at fault: a full disk, a process that cannot be started, a key that cannot
/// be generated.
class SystemError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace uketsuke
