#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/calendar.h"
#include "camera_model/geometry/vector.h"
#include "camera_model/head/attire/attire.h"

namespace uketsuke::camera {

/// Position and direction of a head, and the facial expression.
struct Pose {
  Turn turn;
  Vec3 position;
  Expression expression;
};

/// A person walks up, stands, looks and leaves.
struct Movement {
  /// Turns the head away and back.
  struct TurnAway {
    Duration at{};     ///< start
    Duration lasts{};  ///< until the head is back; the far end is held for the middle third
    Turn to;
  };

  std::uint64_t seed = 1;     ///< of sway and blinks
  Vec3 stand{0, 0, -450};     ///< where they stand: too close, too far, left and right are set here
  Turn turn;                  ///< while standing
  Vec3 from{150, 20, -1200};  ///< where they come from and return to
  Duration approach_at{};     ///< starts to walk
  Duration approach_lasts{};  ///< 0: at the desk from the start
  std::optional<Duration> leave_at;
  Duration leave_lasts = std::chrono::milliseconds(1200);
  float sway_mm = 3;  ///< of the standing body; the head's rotation follows
  float sway_degrees = 1.5F;
  Duration blink_every = std::chrono::seconds(4);  ///< on average; 0: never
  std::vector<TurnAway> turns;
  Expression expression;  ///< in addition to blinking
};

/// Pose of the movement at a time. A pure function: equal on every machine, continuous in time.
Pose pose_at(const Movement& movement, Duration time);

}  // namespace uketsuke::camera
