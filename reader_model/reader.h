#pragma once

#include <memory>
#include <set>

#include "reader_model/firmware/defect.h"
#include "reader_model/firmware/firmware.h"

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

/// A face-authentication card reader: slot, RF front end, camera, display and PIN pad, firmware.
class Reader : public sc_core::sc_module {
 public:
  Reader(sc_core::sc_module_name name, const ReaderSettings& settings, const ScreenBook& screens,
         camera::FrameSource& source, FaceMatcher& matcher, const GuidanceBook& guidance,
         record::Record& record);

  void connect(ServiceLine& line) { firmware_.connect(line); }

  /// Who listens to the frames at the antenna, for traces; before the first card.
  void observe(FrameObserver& observer) { rf_.observe(observer); }

  CardSlot& slot() { return slot_; }
  Firmware& firmware() { return firmware_; }
  camera::Camera& camera() { return camera_; }

 private:
  RfFrontEnd rf_;
  CardSlot slot_;
  camera::Camera camera_;
  Display display_;
  Firmware firmware_;
};

}  // namespace uketsuke::reader
