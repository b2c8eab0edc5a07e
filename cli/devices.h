#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/dut/device_source.h"

namespace uketsuke::cli {

/// Options that some devices read. Giving one to a device that does not read it is an error.
struct DeviceOptions {
  std::filesystem::path data;   ///< root of the installed data files
  std::filesystem::path cache;  ///< folder for keys, certificates and models
  std::string plant;            ///< name of a firmware defect
  bool trace_secrets = false;
  std::string matcher;                       ///< empty: the default
  std::vector<std::string> matcher_options;  ///< NAME=VALUE
  std::optional<double> matcher_threshold;
};

/// The names that `--device` takes; a new device is registered in devices.cpp.
std::vector<std::string> device_names();

/// The name of the device that is used by default: `model`, or `null` in a build without the simulator.
std::string default_device();

/// @throws InputError for an unknown name (with the known ones), and for an option that the device does not
/// read; any exception of the device
std::unique_ptr<dut::DeviceSource> make_device(const std::string& name, const DeviceOptions& options);

}  // namespace uketsuke::cli
