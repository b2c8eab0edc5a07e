#include "camera_model/scene/scene.h"

#include <stdexcept>

#include "camera_model/scene/backdrop.h"

namespace uketsuke::camera {

Scene::Scene(const LightSettings& light, std::uint64_t room, int threads)
    : lighting_(uketsuke::camera::lighting(light)), room_(room), rasteriser_(threads) {}

void Scene::set_light(const LightSettings& light) {
  lighting_ = uketsuke::camera::lighting(light);
  backdrop_.resize(0, 0);
}

void Scene::radiance(const ViewCamera& camera, Radiance& out) {
  rasteriser_.begin(camera, lighting_.on_people);
  for (const Thing& thing : things) {
    if (!thing.model) throw std::invalid_argument("a thing in the scene without a model");
    rasteriser_.draw(*thing.model, placed(thing.turn, thing.position));
  }
  if (backdrop_.width == 0 || !(backdrop_camera_ == camera)) {
    paint_waiting_room(camera, lighting_, room_, backdrop_);
    backdrop_camera_ = camera;
  }
  rasteriser_.finish(backdrop_, out);
}

}  // namespace uketsuke::camera
