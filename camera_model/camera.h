#pragma once

#include <optional>
#include <systemc>

#include "camera_model/frame_source.h"

namespace uketsuke::camera {

/// Receives the camera's frames.
class FrameSink {
 public:
  virtual ~FrameSink() = default;
  virtual void deliver(const Frame& frame) = 0;

  /// Whether a frame taken now would be used. If false, none is taken: rendering one costs milliseconds.
  virtual bool ready() const { return true; }
};

struct CameraSettings {
  Duration frame_interval = std::chrono::milliseconds(33);
  Duration start_up = std::chrono::milliseconds(400);  ///< from switching on to the first exposure
  Duration transport{};  ///< from mid-exposure to delivery; shorter than `frame_interval`
};

/// A camera fault that a scenario can inject.
enum class CameraFault {
  none,
  frozen,     ///< repeats the first frame after the fault, with new numbers and times
  black,      ///< frames without light (shutter closed, sensor dead): no face is found
  unplugged,  ///< delivers nothing; restarts when plugged in again
};

constexpr auto enum_names(CameraFault) {
  return EnumNames<CameraFault, 4>{{{CameraFault::none, "none"},
                                    {CameraFault::frozen, "frozen"},
                                    {CameraFault::black, "black"},
                                    {CameraFault::unplugged, "unplugged"}}};
}

/// A camera that delivers frames at a fixed rate while it is on.
///
/// It exposes nothing while it is off, so a record shows if a reader leaves it on after a reception.
/// Switching off discards the buffer.
class Camera : public sc_core::sc_module {
 public:
  /// @param source  called once per frame if the sink is ready
  /// @throws std::invalid_argument if the settings are physically impossible
  Camera(sc_core::sc_module_name name, const CameraSettings& settings, FrameSource& source);

  void connect(FrameSink& sink) { sink_ = &sink; }
  void switch_on();
  void switch_off();
  bool is_on() const { return on_; }

  /// Takes effect from the next exposure. Allowed while the camera is off.
  void set_fault(CameraFault fault);

 private:
  CameraSettings settings_;
  FrameSource& source_;
  FrameSink* sink_ = nullptr;
  sc_core::sc_event next_{"next"};
  sc_core::sc_event transported_{"transported"};
  std::int64_t frames_ = 0;
  CameraFault fault_ = CameraFault::none;
  std::optional<Exposure> buffer_;  ///< last exposure, for a fault that repeats it
  std::optional<Frame> on_its_way_;
  bool on_ = false;

  void start();
  void stop();
  void tick();
  void hand_over();
  bool fill_buffer(Duration at);
};

}  // namespace uketsuke::camera
