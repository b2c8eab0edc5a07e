#include "camera_model/head/attire/fringe.h"

#include <algorithm>
#include <cmath>

namespace uketsuke::camera {
namespace {

// All in mm from the midpoint of the eyes.
constexpr float kTop = 62, kBrows = 27;       // a fringe hangs from the first height to the second
constexpr float kInner = 44, kOuter = 62;     // to the sides: full effect, no effect
constexpr float kBehind = -10, kBefore = 12;  // in depth: no effect, full effect

float step(float from, float to, float value) {
  const float t = std::clamp((value - from) / (to - from), 0.0F, 1.0F);
  return t * t * (3.0F - 2.0F * t);
}

}  // namespace

void clear_the_eyes(Surface& hair) {
  for (Vec3& p : hair.positions) {
    if (p.y >= kTop) continue;
    const float share = step(kOuter, kInner, std::fabs(p.x)) * step(kBehind, kBefore, p.z);
    const float reach = kTop - kBrows;
    const float gathered = kTop - reach * (1.0F - std::exp((p.y - kTop) / reach));
    p.y += (gathered - p.y) * share;
  }
}

}  // namespace uketsuke::camera
