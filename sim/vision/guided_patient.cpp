#include "sim/vision/guided_patient.h"

#include <cstddef>
#include <utility>

#include "sim/vision/presentations.h"

namespace uketsuke::sim {

using record::Guidance;

namespace {

constexpr Duration kWalk = std::chrono::milliseconds(900);
constexpr Duration kTurn = std::chrono::milliseconds(1500);  // to one side and back
constexpr float kTurnedBy = 18;                              // in degrees
// Remaining share of the distance when a person at a good distance is asked to come nearer.
constexpr float kStep = 0.8F;

}  // namespace

void GuidedPatient::enter(std::vector<camera::Presentation> presentations, bool obeys) {
  there_ = std::move(presentations);
  obeys_ = obeys;
  rendered_.enter(there_);
}

void GuidedPatient::walk_to(camera::Vec3 place, Duration now) {
  camera::Movement& movement = there_.front().movement;
  const bool walking = now < movement.approach_at + movement.approach_lasts;
  // A person already walking to that place continues; one walking elsewhere changes course without a stop.
  const camera::Vec3 way = place - movement.stand;
  if (walking && !(camera::dot(way, way) > 0)) return;
  const Duration begin = walking ? now : now + kReaction;
  movement.from = rendered_.pose(begin).position;
  movement.approach_at = begin;
  movement.approach_lasts = kWalk;
  movement.stand = place;
}

void GuidedPatient::come_closer(Duration now) {
  const camera::Movement& movement = there_.front().movement;
  const camera::Vec3 good = good_place();
  const bool walking = now < movement.approach_at + movement.approach_lasts;
  // While approaching, every person is still too far away; only a person who would stop short of the place
  // reacts.
  if (walking && movement.stand.z >= good.z) return;
  const bool beyond = movement.stand.z < good.z;
  walk_to(beyond ? good : camera::Vec3{good.x, good.y, movement.stand.z * kStep}, now);
}

void GuidedPatient::turn_head(Duration now) {
  camera::Movement& movement = there_.front().movement;
  movement.turns.clear();
  movement.turns.push_back({now + kReaction, kTurn, {kTurnedBy, 0, 0}});
  movement.turns.push_back({now + kReaction + kTurn, kTurn, {-kTurnedBy, 0, 0}});
}

void GuidedPatient::guide(Guidance guidance, Duration now) {
  if (!obeys_ || there_.empty()) return;
  switch (guidance) {
    case Guidance::come_closer:
      come_closer(now);
      break;
    case Guidance::step_back:
    case Guidance::move_left:
    case Guidance::move_right:
    case Guidance::move_up:
    case Guidance::move_down:
      walk_to(good_place(), now);
      break;
    case Guidance::turn_head:
      turn_head(now);
      break;
    case Guidance::uncover_face:
      there_.front().attire.mask = false;
      if (there_.front().attire.glasses == camera::Glasses::dark)
        there_.front().attire.glasses = camera::Glasses::none;
      break;
    case Guidance::one_person:
      for (std::size_t other = 1; other < there_.size(); ++other)
        there_[other].movement.leave_at = now + kReaction;
      break;
    default:
      return;
  }
  rendered_.enter(there_);
}

}  // namespace uketsuke::sim
