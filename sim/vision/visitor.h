#pragma once

#include <cstdint>
#include <vector>

#include "base/calendar.h"
#include "camera_model/stage/stage.h"
#include "record/vocabulary.h"

namespace uketsuke::sim {

/// Does what the reader's screen asks while it looks: comes closer, turns the head, takes the mask off.
///
/// A person takes `kReaction` to read and to begin. What nobody can do anything about (the light) is left.
class Visitor {
 public:
  static constexpr Duration kReaction = std::chrono::milliseconds(700);

  explicit Visitor(camera::Stage& stage) : stage_(stage) {}

  /// They come before the camera, or nobody does. @param obeys whether the first one follows guidance
  void enter(std::vector<camera::Performer> performers, bool obeys);

  /// The screen says so now.
  void told(record::Guidance guidance, Duration now);

 private:
  camera::Stage& stage_;
  std::vector<camera::Performer> there_;
  bool obeys_ = true;

  void walk_to(camera::Vec3 place, Duration now);
  void come_closer(Duration now);
  void turn_head(Duration now);
};

}  // namespace uketsuke::sim
