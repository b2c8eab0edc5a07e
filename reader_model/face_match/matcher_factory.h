#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "reader_model/face_match/face_matcher.h"

namespace uketsuke::reader {

/// Which matcher to load and how it decides.
struct MatcherSettings {
  std::string engine =
      "opencv";  ///< `opencv`, `onnxruntime`, or the path of a plug-in (contains a `/` or ends in .so)
  std::filesystem::path models;                ///< the folder `models` of the cache; passed to the plug-in
  std::map<std::string, std::string> options;  ///< user options, --matcher-option NAME=VALUE
  std::filesystem::path policy;                ///< face_policy.yaml
  std::filesystem::path latency;               ///< latency.yaml
  std::optional<double> fmr;                   ///< selects another row of the policy's thresholds
  std::optional<double> threshold;             ///< a user-defined similarity instead of these rows
};

/// Path of the engines shipped with the program: in $UKETSUKE_MODULES, or in the folder of the running
/// program.
/// @throws InputError unreadable if it is in neither; the text says what to do
std::filesystem::path engines_module();

/// The JSON options that create a plug-in: {"models": FOLDER, "engine": ENGINE (built-in engines only), ...}.
/// @throws InputError bad_value for a user option that the host sets itself
std::string options_json(const MatcherSettings& settings);

/// Loads a matcher that judges pixels. It loads the models, so call it once in the parent of all cases,
/// before these are forked; a plug-in that uses threads must start them later.
/// @throws PluginError if the plug-in cannot be used
/// @throws InputError if policy or latency cannot be read, or if a third-party plug-in is given no threshold:
/// those of the policy were measured with the program's own embedder
std::unique_ptr<FaceMatcher> load_matcher(const MatcherSettings& settings);

}  // namespace uketsuke::reader
