#pragma once

#include <future>
#include <memory>
#include <vector>

#include "camera_model/head/head.h"
#include "camera_model/scene/movement.h"
#include "camera_model/scene/scene.h"

namespace uketsuke::camera {

/// Who and what stands where. The light that comes of it depends on nothing else.
struct SceneSnapshot {
  struct Figure {
    std::shared_ptr<const Head> head;   ///< none where `prop` is shown
    std::shared_ptr<const Model> prop;  ///< as of Presentation
    Attire attire;
    Pose pose;
  };
  std::vector<Figure> figures;
};

bool operator==(const SceneSnapshot& a, const SceneSnapshot& b);

/// The light that a scene sends to a camera, one snapshot after the other.
///
/// Drawing takes as long as looking at what was drawn before. With a processor to spare the next snapshot is
/// drawn meanwhile, and used where it comes as expected: what is given is the same in either case.
class SceneLight {
 public:
  /// @param threads  that draw
  SceneLight(const LightSettings& light, std::uint64_t room, const ViewCamera& camera, int threads = 1);

  /// Good until the next call. @throws what drawing it throws: InputError, std::invalid_argument
  const Radiance& of(const SceneSnapshot& snapshot);

  /// Begins to draw, in a thread of its own, what is probably wanted next.
  void expect(SceneSnapshot snapshot);

 private:
  Scene scene_;  // of the thread while there is one
  ViewCamera camera_;
  Radiance light_;
  Radiance ahead_;
  SceneSnapshot expected_;
  std::future<void> drawn_;  // last: its end is waited for before anything else goes

  void draw(const SceneSnapshot& snapshot, Radiance& out);
};

}  // namespace uketsuke::camera
