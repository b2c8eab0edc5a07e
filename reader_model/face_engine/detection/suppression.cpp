#include "reader_model/face_engine/detection/suppression.h"

#include <algorithm>

namespace uketsuke::reader::face_engine {

float overlap(const Box& a, const Box& b) {
  const float shared = (a & b).area();
  const float both = a.area() + b.area() - shared;
  return both > 0 ? shared / both : 0.0F;
}

void suppress(std::vector<FoundFace>& faces, float limit) {
  std::sort(faces.begin(), faces.end(),
            [](const FoundFace& a, const FoundFace& b) { return a.confidence > b.confidence; });
  auto kept = faces.begin();
  for (const FoundFace& face : faces) {
    const bool new_one = std::none_of(faces.begin(), kept,
                                      [&](const FoundFace& k) { return overlap(k.box, face.box) > limit; });
    if (new_one) *kept++ = face;
  }
  faces.erase(kept, faces.end());
  std::sort(faces.begin(), faces.end(),
            [](const FoundFace& a, const FoundFace& b) { return a.box.area() > b.box.area(); });
}

}  // namespace uketsuke::reader::face_engine
