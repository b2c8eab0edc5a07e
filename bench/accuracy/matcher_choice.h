#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "reader_model/face_match/plugin/face_plugin.h"

namespace uketsuke::bench {

/// Which face matcher is measured, as the command line names it.
struct MatcherChoice {
  std::string engine = "opencv";     ///< the product's own: opencv or onnxruntime
  std::filesystem::path library;     ///< somebody's plug-in, in the place of the product's own
  std::vector<std::string> options;  ///< `key=value`, for either
};

/// What is to be opened, and what `create` is given.
struct Matcher {
  std::filesystem::path library;
  std::string options_json;
};

/// @throws InputError for an option that is not `key=value` or is there twice, where the product's engines
/// were not built, or where their models are missing or altered
Matcher find_matcher(const MatcherChoice& choice);

}  // namespace uketsuke::bench
