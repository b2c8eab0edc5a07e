#include "camera_model/scene/movement.h"

#include <algorithm>
#include <cmath>

#include "camera_model/scene/hashed.h"

namespace uketsuke::camera {

namespace {

constexpr Turn kLeaving{55, -5, 0};  // looks in the direction of walking
// In seconds; a spontaneous blink (VanderWerf et al. 2003)
constexpr double kLidsDown = 0.08, kLidsUp = 0.14;
constexpr float kStep = 8;  // mm that a head rises at each step
constexpr double kStepSeconds = 0.55;

double seconds(Duration time) { return std::chrono::duration<double>(time).count(); }

float part_of(Duration time, Duration begin, Duration lasts) {
  if (lasts <= Duration{}) return time >= begin ? 1.0F : 0.0F;
  return static_cast<float>(seconds(time - begin) / seconds(lasts));
}

Turn operator+(Turn a, Turn b) { return {a.yaw + b.yaw, a.pitch + b.pitch, a.roll + b.roll}; }
Turn operator*(Turn a, float s) { return {a.yaw * s, a.pitch * s, a.roll * s}; }

/// Smooth noise between -1 and 1: random values at every `period` with easing between, and a finer wave on
/// top.
float wander(std::uint64_t seed, std::uint64_t channel, double time, double period) {
  const auto wave = [&](std::uint64_t number, double at) {
    const double whole = std::floor(at);
    const auto lattice = static_cast<std::uint64_t>(static_cast<std::int64_t>(whole));
    const auto value = [&](std::uint64_t step) {
      return 2 * hashed(seed + 977 * (number + 1), lattice + step) - 1;
    };
    return value(0) + (value(1) - value(0)) * eased(static_cast<float>(at - whole));
  };
  return 0.72F * wave(2 * channel, time / period) + 0.28F * wave(2 * channel + 1, time / period * 2.7);
}

/// 0 open to 1 shut: once at a random time in every `blink_every`.
float blink(const Movement& movement, Duration time) {
  const double span = std::max(0.5, seconds(movement.blink_every));
  const double index = std::floor(seconds(time) / span);
  const float where =
      hashed(movement.seed + 31, static_cast<std::uint64_t>(static_cast<std::int64_t>(index)));
  const double since =
      seconds(time) - index * span - static_cast<double>(where) * (span - kLidsDown - kLidsUp);
  if (since < kLidsDown) return eased(static_cast<float>(since / kLidsDown));
  return 1 - eased(static_cast<float>((since - kLidsDown) / kLidsUp));
}

float turned_away(const Movement::TurnAway& turn, Duration time) {
  const float part = part_of(time, turn.at, turn.lasts);
  return std::min(eased(3 * part), eased(3 * (1 - part)));
}

float step_height(float walked, Duration time) {
  const double steps = seconds(time) / kStepSeconds;
  const auto part = static_cast<float>(steps - std::floor(steps));
  return kStep * 4 * part * (1 - part) * 4 * walked * (1 - walked);
}

}  // namespace

Pose pose_at(const Movement& movement, Duration time) {
  const float arrived = eased(part_of(time, movement.approach_at, movement.approach_lasts));
  const float left =
      movement.leave_at ? eased(part_of(time, *movement.leave_at, movement.leave_lasts)) : 0.0F;
  const float here = arrived * (1 - left);

  Pose pose;
  pose.position = movement.from + (movement.stand - movement.from) * here;
  pose.position.y += step_height(here, time);
  pose.turn = movement.turn + kLeaving * left;
  for (const Movement::TurnAway& turn : movement.turns)
    pose.turn = pose.turn + turn.to * turned_away(turn, time);

  const double t = seconds(time);
  const auto sway = [&](std::uint64_t channel, double period) {
    return wander(movement.seed, channel, t, period);
  };
  // People sway more back and forth than sideways, and hardly up and down.
  pose.position =
      pose.position + Vec3{0.8F * sway(0, 2.6), 0.25F * sway(1, 1.9), sway(2, 3.1)} * movement.sway_mm;
  pose.turn =
      pose.turn + Turn{sway(3, 2.2), 0.7F * sway(4, 1.8), 0.5F * sway(5, 2.9)} * movement.sway_degrees;

  pose.expression = movement.expression;
  if (movement.blink_every > Duration{})
    pose.expression.blink = std::max(pose.expression.blink, blink(movement, time));
  return pose;
}

}  // namespace uketsuke::camera
