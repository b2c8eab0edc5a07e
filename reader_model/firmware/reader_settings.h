#pragma once

#include <cstdint>
#include <optional>
#include <set>

#include "camera_model/camera.h"
#include "reader_model/firmware/defect.h"
#include "reader_model/firmware/flow/flow.h"
#include "reader_model/firmware/profile.h"

namespace uketsuke::reader {

/// Declared faces need no pixels, so ten frames a second are enough to see somebody come.
inline constexpr camera::CameraSettings kDeclaredVision{std::chrono::milliseconds(100),
                                                        std::chrono::milliseconds(400), Duration::zero()};

/// How a reader is set up at a site.
struct ReaderSettings {
  ReaderProfile profile;
  Release release;
  std::set<record::Category> asks;  ///< the categories that the site asks for
  std::optional<Defect> defect;     ///< a fault to plant, for testing the tests
  std::uint64_t seed = 0;
  camera::CameraSettings camera = kDeclaredVision;
  bool asks_prescription_form = false;  ///< the site asks for the form of a prescription
};

/// What the flow must know of these settings.
FlowSettings flow_settings(const ReaderSettings& settings);

}  // namespace uketsuke::reader
