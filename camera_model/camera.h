#pragma once

#include <optional>
#include <systemc>

#include "base/enum_names.h"
#include "camera_model/frame_source.h"

namespace uketsuke::camera {

/// Where a camera gets its pictures: a scene, a recording, a declaration.
class FrameSourceIf : public virtual sc_core::sc_interface {
 public:
  /// @param number  of the frame since the camera was started
  /// @param at      middle of the exposure, simulated time
  virtual Exposure expose(std::int64_t number, Duration at) = 0;
};

/// Takes the pictures.
class FrameSinkIf : public virtual sc_core::sc_interface {
 public:
  virtual void deliver(const Frame& frame) = 0;

  /// Would a picture that is taken now be looked at? Where not, it is not taken: rendering one costs
  /// milliseconds.
  virtual bool ready() const { return true; }
};

struct CameraSettings {
  Duration frame_interval = std::chrono::milliseconds(33);
  Duration start_up = std::chrono::milliseconds(400);  ///< from switching on to the first exposure
  Duration transport{};  ///< from the middle of the exposure to the delivery; shorter than `frame_interval`
};

/// What is wrong with a camera.
UKETSUKE_ENUM(
    CameraFault,
    none,       ///< it works
    frozen,     ///< the first picture after the fault comes again and again, with new numbers and times
    black,      ///< pictures without light: shutter closed, sensor dead; no person is seen
    unplugged,  ///< nothing comes any more; plugged in again, it starts anew
)

/// What can be seen of a camera and done to it from outside.
class CameraBodyIf : public virtual sc_core::sc_interface {
 public:
  /// Breaks or mends the camera from the next exposure on, also while it is off.
  virtual void set_fault(CameraFault fault) = 0;

  /// Whether its lamp shows that it is on.
  virtual bool is_on() const = 0;
};

/// A camera that delivers frames at a fixed rate while it is on.
///
/// Nothing is exposed while it is off: a reader that leaves it on after a reception can be seen to. Its
/// buffer is lost when it is switched off.
class Camera : public sc_core::sc_module, public CameraBodyIf {
 public:
  sc_core::sc_port<FrameSourceIf> source{"source"};  ///< asked once per frame that the sink is ready for
  sc_core::sc_port<FrameSinkIf> sink{"sink"};

  /// @throws std::invalid_argument on settings that no camera can have
  Camera(sc_core::sc_module_name name, const CameraSettings& settings);

  void switch_on();
  void switch_off();
  bool is_on() const override { return on_; }

  void set_fault(CameraFault fault) override;

 private:
  CameraSettings settings_;
  sc_core::sc_event next_{"next"};
  sc_core::sc_event transported_{"transported"};
  std::int64_t frames_ = 0;
  CameraFault fault_ = CameraFault::none;
  std::optional<Exposure> buffer_;  ///< the last picture, for a fault that shows it again
  std::optional<Frame> on_its_way_;
  bool on_ = false;

  void start();
  void stop();
  void tick();
  void hand_over();
  bool fill_buffer(Duration at);
};

}  // namespace uketsuke::camera
