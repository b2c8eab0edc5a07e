#pragma once

#include <memory>
#include <set>

#include "reader_model/firmware/defect.h"
#include "reader_model/firmware/firmware.h"

namespace uketsuke::reader {

/// How a reader is set up at a site.
struct ReaderSettings {
  ReaderProfile profile;
  Release release;
  std::set<record::Category> asks;  ///< the categories that the site asks for
  std::optional<Defect> defect;     ///< a fault to plant, for testing the tests
  std::uint64_t seed = 0;
};

/// A face-authentication card reader: slot, RF front end, camera, display and PIN pad, firmware.
class Reader : public sc_core::sc_module {
 public:
  Reader(sc_core::sc_module_name name, const ReaderSettings& settings, const ScreenBook& screens,
         const camera::Scene& scene, std::unique_ptr<FaceMatcher> matcher, record::Record& record);

  void connect(ServiceLine& line) { firmware_.connect(line); }

  /// Who listens to the frames at the antenna, for traces; before the first card.
  void observe(FrameObserver& observer) { rf_.observe(observer); }

  CardSlot& slot() { return slot_; }
  Firmware& firmware() { return firmware_; }

 private:
  RfFrontEnd rf_;
  CardSlot slot_;
  camera::Camera camera_;
  Display display_;
  std::unique_ptr<FaceMatcher> matcher_;
  Firmware firmware_;
};

}  // namespace uketsuke::reader
