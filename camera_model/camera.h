#pragma once

#include <systemc>

#include "camera_model/frame.h"

namespace uketsuke::camera {

/// Who wants the pictures.
class FrameSink {
 public:
  virtual ~FrameSink() = default;
  virtual void deliver(const Frame& frame) = 0;
};

/// What the camera looks at. The world keeps it up to date; the camera looks when it exposes.
class Scene {
 public:
  virtual ~Scene() = default;
  virtual Subject subject() const = 0;
};

struct CameraSettings {
  Duration frame_interval = std::chrono::milliseconds(33);
  Duration start_up = std::chrono::milliseconds(400);  ///< from switching on to the first frame
};

/// A camera that delivers frames at a fixed rate while it is on.
///
/// Nothing is exposed while it is off: a reader that leaves it on after a reception can be seen to.
class Camera : public sc_core::sc_module {
 public:
  Camera(sc_core::sc_module_name name, const CameraSettings& settings, const Scene& scene);

  void connect(FrameSink& sink) { sink_ = &sink; }
  void switch_on();
  void switch_off();
  bool is_on() const { return on_; }

 private:
  CameraSettings settings_;
  const Scene& scene_;
  FrameSink* sink_ = nullptr;
  sc_core::sc_event next_{"next"};
  std::int64_t frames_ = 0;
  bool on_ = false;

  void expose();
};

}  // namespace uketsuke::camera
