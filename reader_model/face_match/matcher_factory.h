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
      "opencv";  ///< `opencv`, `onnxruntime`, or the path of a plug-in (it holds a `/` or ends in .so)
  std::filesystem::path models;                ///< the folder `models` of the cache; handed to the plug-in
  std::map<std::string, std::string> options;  ///< the user's own, --matcher-option NAME=VALUE
  std::filesystem::path policy;                ///< face_policy.yaml
  std::filesystem::path latency;               ///< latency.yaml
  std::optional<double> fmr;                   ///< another row of the policy's thresholds
  std::optional<double> threshold;             ///< a similarity of one's own in the place of these rows
};

/// Where the engines that come with the program are: $UKETSUKE_MODULES, or the folder of the running program.
/// @throws InputError unreadable where it is in neither; the text says what to do
std::filesystem::path engines_module();

/// The options that a plug-in is created with: {"models": FOLDER, "engine": ENGINE (own engines only), ...}.
/// @throws InputError bad_value for an option of the user's that the host sets itself
std::string options_json(const MatcherSettings& settings);

/// Loads a matcher that judges pixels. Models are loaded here, so it is to be called once in the parent of
/// all cases, before they are forked; a plug-in that starts threads has to start them later.
/// @throws PluginError where the plug-in cannot be used
/// @throws InputError where policy or latency cannot be read, or where a plug-in of somebody else's is given
/// no threshold: those of the policy were measured with the program's own embedder
std::unique_ptr<FaceMatcher> load_matcher(const MatcherSettings& settings);

}  // namespace uketsuke::reader
