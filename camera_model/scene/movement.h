#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/calendar.h"
#include "camera_model/geometry/vector.h"
#include "camera_model/head/attire/attire.h"

namespace uketsuke::camera {

/// Where a head is, where it looks and what the face does.
struct Pose {
  Turn turn;
  Vec3 position;
  Expression expression;
};

/// Somebody walks up, stands, looks, goes.
struct Movement {
  /// Turns the head and comes back.
  struct TurnAway {
    Duration at{};     ///< begins
    Duration lasts{};  ///< until it is back; the far end is held for the middle third
    Turn to;
  };

  std::uint64_t seed = 1;     ///< of sway and blinks
  Vec3 stand{0, 0, -450};     ///< too close, too far, left, right: what stands here
  Turn turn;                  ///< while standing
  Vec3 from{150, 20, -1200};  ///< where they come from, and go to
  Duration approach_at{};     ///< begins to walk
  Duration approach_lasts{};  ///< 0: stands there already
  std::optional<Duration> leave_at;
  Duration leave_lasts = std::chrono::milliseconds(1200);
  float sway_mm = 3;  ///< of the standing body; the head's swings follow
  float sway_degrees = 1.5F;
  Duration blink_every = std::chrono::seconds(4);  ///< on average; 0: never
  std::vector<TurnAway> turns;
  Expression expression;  ///< besides blinking
};

/// A pure function of both: the same on every machine, continuous in time.
Pose pose_at(const Movement& movement, Duration time);

}  // namespace uketsuke::camera
