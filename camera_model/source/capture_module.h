#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "camera_model/source/uketsuke_capture.h"

namespace uketsuke::camera {

/// The opened libuketsuke_capture.so. It stays open until the process ends, because some of OpenCV's
/// libraries cannot be closed safely.
class CaptureModule {
 public:
  /// Opens the module beside the running program, or in the folder named by $UKETSUKE_MODULES.
  /// @throws InputError if the module does not exist, SystemError if it cannot be used
  static const CaptureModule& get();

  /// Opens a given module file.
  /// @throws InputError if it does not exist, SystemError if it cannot be used
  explicit CaptureModule(const std::filesystem::path& file);

  const uketsuke_capture_module& calls() const { return *calls_; }

 private:
  const uketsuke_capture_module* calls_ = nullptr;
};

/// Path of the module.
/// @throws InputError `unreadable`
std::filesystem::path find_capture_module();

}  // namespace uketsuke::camera
