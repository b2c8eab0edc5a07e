#include "camera_model/camera.h"

#include <stdexcept>

#include "kernel/time.h"

namespace uketsuke::camera {

namespace {

void blacken(Exposure& exposure) {
  exposure.subject = Subject::nobody;
  if (exposure.image == nullptr) return;
  const Image& seen = *exposure.image;
  exposure.image = std::make_shared<const Image>(Image::blank(seen.width, seen.height, seen.channels));
}

}  // namespace

Camera::Camera(sc_core::sc_module_name name, const CameraSettings& settings)
    : sc_module(name), settings_(settings) {
  if (settings.frame_interval <= Duration::zero())
    throw std::invalid_argument("a camera's frame interval must be longer than 0");
  if (settings.start_up < Duration::zero() || settings.transport < Duration::zero())
    throw std::invalid_argument("a camera's times cannot be negative");
  if (settings.transport >= settings.frame_interval)
    throw std::invalid_argument("a camera's transport time must be shorter than its frame interval");
  SC_HAS_PROCESS(Camera);
  SC_METHOD(tick);
  sensitive << next_;
  dont_initialize();
  SC_METHOD(hand_over);
  sensitive << transported_;
  dont_initialize();
}

void Camera::switch_on() {
  if (on_) return;
  on_ = true;
  frames_ = 0;
  if (fault_ != CameraFault::unplugged) start();
}

void Camera::switch_off() {
  on_ = false;
  stop();
}

void Camera::set_fault(CameraFault fault) {
  const bool was_unplugged = fault_ == CameraFault::unplugged;
  fault_ = fault;
  if (!on_) return;
  if (fault == CameraFault::unplugged) {
    stop();
  } else if (was_unplugged) {
    start();
  }
}

void Camera::start() { next_.notify(to_sc_time(settings_.start_up)); }

void Camera::stop() {
  next_.cancel();
  transported_.cancel();
  on_its_way_.reset();
  buffer_.reset();
}

void Camera::tick() {
  if (!on_) return;
  next_.notify(to_sc_time(settings_.frame_interval));  // before the sink sees the frame: it may switch off
  ++frames_;
  if (!sink->ready()) return;
  const Duration at = sc_now();
  if (!fill_buffer(at)) return;
  on_its_way_ = Frame{frames_, at, buffer_->subject, buffer_->image};
  if (settings_.transport > Duration::zero()) {
    transported_.notify(to_sc_time(settings_.transport));
  } else {
    hand_over();
  }
}

/// @returns whether there is a picture to deliver
bool Camera::fill_buffer(Duration at) {
  if (fault_ == CameraFault::frozen && buffer_) return true;
  Exposure exposure = source->expose(frames_, at);
  switch (exposure.outcome) {
    case Exposure::Outcome::delivered:
      break;
    case Exposure::Outcome::frozen:
      return buffer_.has_value();
    case Exposure::Outcome::absent:
      return false;
  }
  if (fault_ == CameraFault::black) blacken(exposure);
  buffer_ = std::move(exposure);
  return true;
}

void Camera::hand_over() {
  if (!on_its_way_) return;
  const Frame frame = std::move(*on_its_way_);
  on_its_way_.reset();
  sink->deliver(frame);
}

}  // namespace uketsuke::camera
