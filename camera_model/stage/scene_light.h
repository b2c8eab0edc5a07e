#pragma once

#include <future>
#include <memory>
#include <vector>

#include "camera_model/head/head.h"
#include "camera_model/scene/movement.h"
#include "camera_model/scene/scene.h"

namespace uketsuke::camera {

/// Who and what stands where. The light that comes of it depends on nothing else.
struct Tableau {
  struct Figure {
    std::shared_ptr<const Head> head;   ///< none where `prop` is shown
    std::shared_ptr<const Model> prop;  ///< as of Performer
    Attire attire;
    Pose pose;
  };
  std::vector<Figure> figures;
};

bool operator==(const Tableau& a, const Tableau& b);

/// The light that a scene sends to a camera, one tableau after the other.
///
/// Drawing takes as long as looking at what was drawn before. With a processor to spare the next tableau is
/// drawn meanwhile, and used where it comes as expected: what is given is the same in either case.
class SceneLight {
 public:
  /// @param threads  that draw
  SceneLight(const LightSettings& light, std::uint64_t room, const ViewCamera& camera, int threads = 1);

  /// Good until the next call. @throws what drawing it throws: InputError, std::invalid_argument
  const Radiance& of(const Tableau& tableau);

  /// Begins to draw, in a thread of its own, what is probably wanted next.
  void expect(Tableau tableau);

 private:
  Scene scene_;  // of the thread while there is one
  ViewCamera camera_;
  Radiance light_;
  Radiance ahead_;
  Tableau expected_;
  std::future<void> drawn_;  // last: its end is waited for before anything else goes

  void draw(const Tableau& tableau, Radiance& out);
};

}  // namespace uketsuke::camera
