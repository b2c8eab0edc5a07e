#include "sim/gallery/shot.h"

#include <utility>
#include <vector>

#include "camera_model/rendered/rendered_source.h"
#include "sim/vision/presentations.h"

namespace uketsuke::gallery {

using scenario::Face;
using sim::Role;

namespace {

constexpr Duration kStandsThere = std::chrono::seconds(3);  // has walked up (presentations.cpp) and settled
constexpr std::int64_t kSettled = 21;  // frame number: the exposure control has seen twenty frames before it

Role cast_of(const scenario::Appearance& as) {
  if (!as.attack && as.face == Face::other) return Role::other;
  if (!as.attack && as.face == Face::lookalike) return Role::lookalike;
  return Role::holder;
}

}  // namespace

camera::Image take(sim::PatientModels& patient_models, const Shot& shot) {
  if (shot.as.face != Face::none || shot.as.attack)
    patient_models.prepare(*shot.person, shot.day, {cast_of(shot.as)});
  if (shot.as.companion) patient_models.prepare(*shot.person, shot.day, {Role::companion});
  std::vector<camera::Presentation> presentations =
      sim::presentations_for(patient_models, *shot.person, shot.as, shot.day, {}, shot.seed);
  for (camera::Presentation& presentation : presentations) {
    presentation.movement.blink_every = {};
    presentation.movement.sway_degrees = 0;
    presentation.movement.sway_mm = shot.sway_mm;
  }
  if (!presentations.empty()) {
    camera::Movement& first = presentations.front().movement;
    first.stand = first.stand + shot.shift;
    first.turn = shot.turn;
    first.expression = shot.expression;
  }
  camera::RenderedSource stage(patient_models.chain(), shot.light, shot.seed);
  stage.enter(std::move(presentations));
  return *stage.expose(kSettled, kStandsThere).image;
}

}  // namespace uketsuke::gallery
