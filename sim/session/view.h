#pragma once

#include <memory>
#include <optional>
#include <systemc>

#include "camera_model/camera.h"
#include "camera_model/rendered/rendered_source.h"
#include "camera_model/source/declared_source.h"
#include "reader_model/face_match/face_matcher.h"
#include "scenarios/model/case.h"
#include "sim/patient/patient.h"
#include "sim/session/warm_state.h"
#include "sim/vision/guided_patient.h"

namespace uketsuke::sim {

/// What the reader's camera sees in a case, and the matcher that judges it: declared, rendered or recorded.
class View : public sc_core::sc_module, public camera::FrameSourceIf {
 public:
  View(sc_core::sc_module_name name, const WarmState& warm, const scenario::World& world,
       const Patient& patient);

  camera::Exposure expose(std::int64_t number, Duration at) override { return source_->expose(number, at); }

  reader::FaceMatcher& matcher() { return *matcher_; }

  /// Shows this person from now on.
  /// @param holder holder of the card in the reader
  void show(const scenario::Persona& holder, const scenario::Appearance& as);
  /// Called when the reader's screen shows this guidance.
  void guide(record::Guidance guidance);

 private:
  const WarmState& warm_;
  Date day_;
  std::uint64_t seed_;
  reader::DeclaredMatcher declared_;
  reader::FaceMatcher* matcher_;
  std::unique_ptr<camera::FrameSource> source_;
  camera::RenderedSource* rendered_ = nullptr;  ///< `source_` if it is rendered, else null
  std::optional<GuidedPatient> guided_;
};

}  // namespace uketsuke::sim
