#include "camera_model/head/anatomy/measures.h"

namespace uketsuke::camera {
namespace {

// Vertex numbers in the published mesh.
constexpr std::uint16_t kBridge = 134, kTemple = 11872, kCrown = 881, kForehead = 5192, kBack = 5389,
                        kSide = 7682, kEar = 7570, kChin = 780;

}  // namespace

Measures measures_of(const Body& body) {
  const auto at = [&](std::uint16_t vertex) { return body.at_rest()[body.vertex(vertex)]; };
  const FacePoints points = body.points();
  Measures head;
  head.eye_distance = points.left_eye.x - points.right_eye.x;
  head.bridge = at(kBridge).z;
  head.temple = at(kTemple).x;
  head.crown = at(kCrown).y;
  head.front = at(kForehead).z;
  head.back = at(kBack).z;
  head.half_width = at(kSide).x;
  head.left_ear = at(kEar);
  head.chin = at(kChin).y;
  return head;
}

}  // namespace uketsuke::camera
