#include "sim/session/view.h"

#include "camera_model/source/capture_source.h"
#include "kernel/time.h"
#include "sim/vision/presentations.h"

namespace uketsuke::sim {

View::View(const WarmState& warm, const scenario::Case& test_case, const Patient& patient)
    : warm_(warm), day_(test_case.date), seed_(test_case.seed), matcher_(&declared_) {
  if (test_case.vision == scenario::Vision::declared) {
    source_ = std::make_unique<camera::DeclaredSource>([&patient] { return patient.subject(); });
    return;
  }
  matcher_ = &warm.matcher();
  if (test_case.vision == scenario::Vision::recorded) {
    source_ = std::make_unique<camera::CaptureSource>(camera::capture_settings(test_case.recording.string()));
    return;
  }
  auto stage = std::make_unique<camera::RenderedSource>(warm.patient_models()->chain(),
                                                        camera::LightSettings{light_name(test_case.light)},
                                                        test_case.seed, warm.spare_processor());
  rendered_ = stage.get();
  guided_.emplace(*stage);
  source_ = std::move(stage);
}

void View::show(const scenario::Persona& holder, const scenario::Appearance& as) {
  if (guided_)
    guided_->enter(presentations_for(*warm_.patient_models(), holder, as, day_, sc_now(), ++seed_),
                   as.follows_guidance);
}

void View::told(record::Guidance guidance) {
  if (guided_) guided_->told(guidance, sc_now());
}

}  // namespace uketsuke::sim
