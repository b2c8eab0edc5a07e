#pragma once

#include <cstdint>
#include <vector>

#include "base/calendar.h"
#include "camera_model/rendered/rendered_source.h"
#include "record/words/face_words.h"

namespace uketsuke::sim {

/// Follows the reader's on-screen guidance: comes closer, turns the head, takes the mask off.
///
/// A person takes `kReaction` to read and to begin. Guidance that no patient can follow (the light) is
/// ignored.
class GuidedPatient {
 public:
  static constexpr Duration kReaction = std::chrono::milliseconds(700);

  explicit GuidedPatient(camera::RenderedSource& stage) : rendered_(stage) {}

  /// Replaces all presentations before the camera; may be empty.
  /// @param obeys  whether the first one follows guidance
  void enter(std::vector<camera::Presentation> presentations, bool obeys);

  /// The screen shows this guidance now.
  void guide(record::Guidance guidance, Duration now);

 private:
  camera::RenderedSource& rendered_;
  std::vector<camera::Presentation> there_;
  bool obeys_ = true;

  void walk_to(camera::Vec3 place, Duration now);
  void come_closer(Duration now);
  void turn_head(Duration now);
};

}  // namespace uketsuke::sim
