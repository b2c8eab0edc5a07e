#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/calendar.h"

namespace uketsuke::reader {

/// Simulated time of each stage of a matcher.
///
/// The matcher really runs, but its real time never enters a run: the charged time comes from this table, so
/// that a run is the same on any machine.
struct LatencyProfile {
  std::string engine;                      ///< name of the engine
  std::map<std::string, Duration> stages;  ///< by the stage names of plug-ins: `detect`, `embed`, ...
  Duration other{};                        ///< for a stage without an entry
  Duration decode_photo{};                 ///< this and the following: the host's own work
  Duration compare_pictures{};             ///< comparison with the previous picture
  Duration gates{};                        ///< light, sharpness, pose
  Duration parallax{};

  Duration of(const std::vector<std::string>& names) const;  ///< sum over the stages
};

/// Reads one engine's row of latency.yaml. @param engine `opencv`, `onnxruntime`, `plugin`
/// @throws InputError, also unknown_name for an engine without a row
LatencyProfile load_latency(const std::filesystem::path& file, const std::string& engine);

}  // namespace uketsuke::reader
