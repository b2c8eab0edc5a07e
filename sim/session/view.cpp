#include "sim/session/view.h"

#include "camera_model/source/capture_source.h"
#include "kernel/time.h"
#include "sim/vision/presentations.h"

namespace uketsuke::sim {

View::View(sc_core::sc_module_name name, const WarmState& warm, const scenario::World& world,
           const Patient& patient)
    : sc_module(name), warm_(warm), day_(world.date), seed_(world.seed), matcher_(&declared_) {
  if (world.vision == scenario::Vision::declared) {
    source_ = std::make_unique<camera::DeclaredSource>([&patient] { return patient.subject(); });
    return;
  }
  matcher_ = &warm.matcher();
  if (world.vision == scenario::Vision::recorded) {
    source_ = std::make_unique<camera::CaptureSource>(camera::capture_settings(world.recording.string()));
    return;
  }
  auto stage = std::make_unique<camera::RenderedSource>(warm.patient_models()->chain(),
                                                        camera::LightSettings{light_name(world.light)},
                                                        world.seed, warm.spare_processor());
  rendered_ = stage.get();
  guided_.emplace(*stage);
  source_ = std::move(stage);
}

void View::show(const scenario::Persona& holder, const scenario::Appearance& as) {
  if (guided_)
    guided_->enter(presentations_for(*warm_.patient_models(), holder, as, day_, sc_now(), ++seed_),
                   as.follows_guidance);
}

void View::guide(record::Guidance guidance) {
  if (guided_) guided_->guide(guidance, sc_now());
}

}  // namespace uketsuke::sim
