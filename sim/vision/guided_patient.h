#pragma once

#include <cstdint>
#include <vector>

#include "base/calendar.h"
#include "camera_model/rendered/rendered_source.h"
#include "record/vocabulary.h"

namespace uketsuke::sim {

/// Does what the reader's screen asks while it looks: comes closer, turns the head, takes the mask off.
///
/// A person takes `kReaction` to read and to begin. What nobody can do anything about (the light) is left.
class GuidedPatient {
 public:
  static constexpr Duration kReaction = std::chrono::milliseconds(700);

  explicit GuidedPatient(camera::RenderedSource& stage) : rendered_(stage) {}

  /// They come before the camera, or nobody does. @param obeys whether the first one follows guidance
  void enter(std::vector<camera::Presentation> presentations, bool obeys);

  /// The screen says so now.
  void told(record::Guidance guidance, Duration now);

 private:
  camera::RenderedSource& rendered_;
  std::vector<camera::Presentation> there_;
  bool obeys_ = true;

  void walk_to(camera::Vec3 place, Duration now);
  void come_closer(Duration now);
  void turn_head(Duration now);
};

}  // namespace uketsuke::sim
