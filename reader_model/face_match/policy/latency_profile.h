#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/calendar.h"

namespace uketsuke::reader {

/// What each stage of a matcher costs in simulated time.
///
/// The matcher really runs, but its real time never enters a run: what is charged comes from this table, so
/// that a run is the same on any machine.
struct LatencyProfile {
  std::string engine;                      ///< whose row this is
  std::map<std::string, Duration> stages;  ///< by the names that plug-ins use: `detect`, `embed`, ...
  Duration other{};                        ///< of a stage that has no entry
  Duration decode_photo{};                 ///< the host's own work from here on
  Duration compare_pictures{};             ///< is it the same picture again?
  Duration gates{};                        ///< light, sharpness, pose
  Duration parallax{};

  Duration of(const std::vector<std::string>& names) const;  ///< sum
};

/// Reads one engine's row of latency.yaml. @param engine `opencv`, `onnxruntime`, `plugin`
/// @throws InputError, also unknown_name for an engine that has no row
LatencyProfile load_latency(const std::filesystem::path& file, const std::string& engine);

}  // namespace uketsuke::reader
