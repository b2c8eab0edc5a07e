#pragma once

#include <cstdint>
#include <optional>
#include <set>

#include "camera_model/camera.h"
#include "reader_model/firmware/defect.h"
#include "reader_model/firmware/flow/flow.h"
#include "reader_model/firmware/profile.h"

namespace uketsuke::reader {

/// Declared faces have no pixels: ten frames a second are enough to notice a person.
inline constexpr camera::CameraSettings kDeclaredVision{std::chrono::milliseconds(100),
                                                        std::chrono::milliseconds(400), Duration::zero()};

/// How a reader is set up at a site.
struct ReaderSettings {
  ReaderProfile profile;
  Release release;
  std::set<record::Category> asks;  ///< the categories that the site asks for
  std::optional<Defect> defect;     ///< fault to plant, to test the tests
  std::uint64_t seed = 0;
  camera::CameraSettings camera = kDeclaredVision;
  bool asks_prescription_form = false;  ///< the site asks for the form of a prescription
};

/// The part of these settings that the flow needs.
FlowSettings flow_settings(const ReaderSettings& settings);

}  // namespace uketsuke::reader
