#pragma once

#include <stdexcept>
#include <string>

#include "base/enum_names.h"

namespace uketsuke::reader {

/// What is wrong with a face plug-in, or with what it returned.
UKETSUKE_ENUM(PluginProblem,
              cannot_open,  ///< no such file, not a shared library, or missing symbols
              no_symbol,    ///< does not export `uketsuke_face_plugin_get`
              wrong_abi,    ///< built for another ABI version
              bad_table,    ///< the table is null, too short, or lacks a function
              no_model,     ///< create: a model file is missing or altered
              bad_option,   ///< create: an option is unknown or out of range
              failed,       ///< a function reported a failure
              bad_status,   ///< a status that the function may not return
              bad_count,    ///< more faces than fit, or an undefined number of landmarks
              bad_number,   ///< a number that is not finite or out of its range
              not_given,    ///< a score or landmarks that the policy needs and the plug-in does not measure
              wrote_past_end,  ///< wrote beyond the end of a buffer
              threw,           ///< a C++ exception left a function
)

/// A face plug-in cannot be used. `what()` is one line: which library, which function, what, and what to do.
class PluginError : public std::runtime_error {
 public:
  PluginError(PluginProblem problem, const std::string& library, const std::string& message)
      : std::runtime_error("face plug-in " + library + ": " + message),
        problem_(problem),
        library_(library) {}

  PluginProblem problem() const { return problem_; }
  const std::string& library() const { return library_; }

 private:
  PluginProblem problem_;
  std::string library_;
};

}  // namespace uketsuke::reader
