#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "camera_model/frame_source.h"
#include "camera_model/head/head.h"
#include "camera_model/rendered/scene_light.h"
#include "camera_model/scene/movement.h"
#include "camera_model/sensor/imaging_chain.h"

namespace uketsuke::camera {

/// Somebody on the stage: a person, or a picture that somebody holds up.
struct Presentation {
  std::shared_ptr<const Head> head;   ///< none where `prop` is shown
  std::shared_ptr<const Model> prop;  ///< a photo or a screen; its origin stands where a head's would
  Attire attire;
  Movement movement;
  Subject subject = Subject::nobody;  ///< who that is to somebody who knows
};

/// Who stands before the reader, in what light, seen by which camera: pictures out of rendered people.
///
/// A picture depends on the presentations, the time, and on the pictures before it (exposure control) alone.
class RenderedSource : public FrameSource {
 public:
  /// @param chain  lens and sensor of the reader's camera, at its start
  /// @param seed   of the sensor's noise
  /// @param ahead  whether there is a processor to spare, which draws the next picture meanwhile
  RenderedSource(ImagingChain chain, const LightSettings& light, std::uint64_t seed, bool ahead = false);

  /// From now on these are there; the first is the one that the camera is about.
  void enter(std::vector<Presentation> presentations) { presentations_ = std::move(presentations); }
  /// Where the first one is and how he looks at that time; nobody: a default.
  Pose pose(Duration at) const;
  /// Nothing where nobody is there.
  Movement* movement() { return presentations_.empty() ? nullptr : &presentations_.front().movement; }
  /// Who the first one is at that time; whoever has left is nobody.
  Subject subject(Duration at) const;

  Exposure expose(std::int64_t number, Duration at) override;

 private:
  ImagingChain chain_;
  ViewCamera view_;
  SceneLight light_;
  bool ahead_;
  Duration last_{};  // exposure
  std::vector<Presentation> presentations_;

  SceneSnapshot snapshot(Duration at) const;
  ExposureContext context(std::int64_t number, Duration at) const;
};

}  // namespace uketsuke::camera
