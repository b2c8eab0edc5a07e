#include "camera_model/camera.h"

#include "kernel/time.h"

namespace uketsuke::camera {

Camera::Camera(sc_core::sc_module_name name, const CameraSettings& settings, const Scene& scene)
    : sc_module(name), settings_(settings), scene_(scene) {
  SC_HAS_PROCESS(Camera);
  SC_METHOD(expose);
  sensitive << next_;
  dont_initialize();
}

void Camera::switch_on() {
  if (on_) return;
  on_ = true;
  frames_ = 0;
  next_.notify(to_sc_time(settings_.start_up));
}

void Camera::switch_off() {
  on_ = false;
  next_.cancel();
}

void Camera::expose() {
  if (!on_ || sink_ == nullptr) return;
  next_.notify(
      to_sc_time(settings_.frame_interval));  // before the sink sees the frame: it may switch the camera off
  sink_->deliver({++frames_, sc_now(), scene_.subject()});
}

}  // namespace uketsuke::camera
