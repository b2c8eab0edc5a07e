#include "sim/session/view.h"

#include "camera_model/source/capture_source.h"
#include "kernel/time.h"
#include "sim/vision/casting.h"

namespace uketsuke::sim {

View::View(const Workshop& workshop, const scenario::Case& test_case, const Patient& patient)
    : workshop_(workshop), day_(test_case.date), seed_(test_case.seed), matcher_(&declared_) {
  if (test_case.vision == scenario::Vision::declared) {
    source_ = std::make_unique<camera::DeclaredSource>([&patient] { return patient.subject(); });
    return;
  }
  matcher_ = &workshop.matcher();
  if (test_case.vision == scenario::Vision::recorded) {
    source_ = std::make_unique<camera::CaptureSource>(camera::capture_settings(test_case.recording.string()));
    return;
  }
  auto stage = std::make_unique<camera::Stage>(workshop.studio()->chain(),
                                               camera::LightSettings{light_name(test_case.light)},
                                               test_case.seed, workshop.spare_processor());
  stage_ = stage.get();
  visitor_.emplace(*stage);
  source_ = std::move(stage);
}

void View::show(const scenario::Persona& holder, const scenario::Appearance& as) {
  if (visitor_)
    visitor_->enter(cast(*workshop_.studio(), holder, as, day_, sc_now(), ++seed_), as.follows_guidance);
}

void View::told(record::Guidance guidance) {
  if (visitor_) visitor_->told(guidance, sc_now());
}

}  // namespace uketsuke::sim
