#pragma once

#include <future>
#include <memory>
#include <vector>

#include "camera_model/head/head.h"
#include "camera_model/scene/movement.h"
#include "camera_model/scene/scene.h"

namespace uketsuke::camera {

/// What is where in the scene. The resulting light depends on nothing else.
struct SceneSnapshot {
  struct Figure {
    std::shared_ptr<const Head> head;   ///< null if `prop` is shown
    std::shared_ptr<const Model> prop;  ///< as in Presentation
    Attire attire;
    Pose pose;
  };
  std::vector<Figure> figures;
};

bool operator==(const SceneSnapshot& a, const SceneSnapshot& b);

/// The light that a scene sends to a camera, one snapshot after another.
///
/// Drawing a frame takes as long as analysing the previous one. With a spare processor, the next snapshot is
/// drawn in advance, and used if it is as predicted; the result does not depend on this.
class SceneLight {
 public:
  /// @param threads  number of drawing threads
  SceneLight(const LightSettings& light, std::uint64_t room, const ViewCamera& camera, int threads = 1);

  /// The light of a snapshot; valid until the next call.
  /// @throws InputError, std::invalid_argument as drawing does
  const Radiance& of(const SceneSnapshot& snapshot);

  /// Starts to draw the probable next snapshot in a separate thread.
  void expect(SceneSnapshot snapshot);

 private:
  Scene scene_;  // owned by the thread while it runs
  ViewCamera camera_;
  Radiance light_;
  Radiance ahead_;
  SceneSnapshot expected_;
  // Declared last: its destructor waits for the thread before other members are destroyed
  std::future<void> drawn_;

  void draw(const SceneSnapshot& snapshot, Radiance& out);
};

}  // namespace uketsuke::camera
