#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "reader_model/face_match/plugin/face_plugin.h"

namespace uketsuke::bench {

/// The face matcher to measure, as the command line names it.
struct MatcherChoice {
  std::string engine = "opencv";     ///< built-in engine: opencv or onnxruntime
  std::filesystem::path library;     ///< a plug-in that replaces the built-in engine
  std::vector<std::string> options;  ///< `key=value`, for either
};

/// The library to open, and the options for its `create`.
struct Matcher {
  std::filesystem::path library;
  std::string options_json;
};

/// @throws InputError if an option is not `key=value` or is given twice, if the built-in engines were not
/// built, or if their models are missing or altered
Matcher find_matcher(const MatcherChoice& choice);

}  // namespace uketsuke::bench
