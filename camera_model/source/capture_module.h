#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "camera_model/source/uketsuke_capture.h"

namespace uketsuke::camera {

/// libuketsuke_capture.so, opened. It stays open until the process ends, because OpenCV's libraries do not
/// all bear to be closed.
class CaptureModule {
 public:
  /// The module beside the running program, or in the folder that $UKETSUKE_MODULES names.
  /// @throws InputError where it is not there, SystemError where it cannot be used
  static const CaptureModule& get();

  /// The one of a file. @throws as above
  explicit CaptureModule(const std::filesystem::path& file);

  const uketsuke_capture_module& calls() const { return *calls_; }

 private:
  const uketsuke_capture_module* calls_ = nullptr;
};

/// Where the module is. @throws InputError `unreadable`
std::filesystem::path find_capture_module();

}  // namespace uketsuke::camera
