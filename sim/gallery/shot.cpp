#include "sim/gallery/shot.h"

#include <utility>
#include <vector>

#include "camera_model/stage/stage.h"
#include "sim/vision/casting.h"

namespace uketsuke::gallery {

using scenario::Face;
using sim::Cast;

namespace {

constexpr Duration kStandsThere = std::chrono::seconds(3);  // has walked up (casting.cpp) and settled
constexpr std::int64_t kSettled = 21;  // picture: the exposure control has been through twenty before it

Cast cast_of(const scenario::Appearance& as) {
  if (!as.attack && as.face == Face::other) return Cast::other;
  if (!as.attack && as.face == Face::lookalike) return Cast::lookalike;
  return Cast::holder;
}

}  // namespace

camera::Image take(sim::Studio& studio, const Shot& shot) {
  if (shot.as.face != Face::none || shot.as.attack)
    studio.prepare(*shot.person, shot.day, {cast_of(shot.as)});
  if (shot.as.companion) studio.prepare(*shot.person, shot.day, {Cast::companion});
  std::vector<camera::Performer> performers =
      sim::cast(studio, *shot.person, shot.as, shot.day, {}, shot.seed);
  for (camera::Performer& performer : performers) {
    performer.movement.blink_every = {};
    performer.movement.sway_degrees = 0;
    performer.movement.sway_mm = shot.sway_mm;
  }
  if (!performers.empty()) {
    camera::Movement& first = performers.front().movement;
    first.stand = first.stand + shot.shift;
    first.turn = shot.turn;
    first.expression = shot.expression;
  }
  camera::Stage stage(studio.chain(), shot.light, shot.seed);
  stage.enter(std::move(performers));
  return *stage.expose(kSettled, kStandsThere).image;
}

}  // namespace uketsuke::gallery
