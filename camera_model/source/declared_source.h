#pragma once

#include <functional>
#include <utility>

#include "camera_model/frame_source.h"

namespace uketsuke::camera {

/// Frames without pixels: state who is in front of the camera, as the scenario declares.
class DeclaredSource : public FrameSource {
 public:
  /// @param look  called at every exposure
  explicit DeclaredSource(std::function<Subject()> look) : look_(std::move(look)) {}

  Exposure expose(std::int64_t, Duration) override {
    return {Exposure::Outcome::delivered, look_(), nullptr};
  }

 private:
  std::function<Subject()> look_;
};

}  // namespace uketsuke::camera
