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

/// What is presented to the camera: a person, or an image that a person holds up.
struct Presentation {
  std::shared_ptr<const Head> head;   ///< null if `prop` is shown
  std::shared_ptr<const Model> prop;  ///< a photo or a screen; its origin is placed where a head's would be
  Attire attire;
  Movement movement;
  Subject subject = Subject::nobody;  ///< ground truth: who this is
};

/// Frames of rendered people: who is in front of the reader, in what light, seen by which camera.
///
/// A frame depends only on the presentations, the time, and the frames before it (exposure control).
class RenderedSource : public FrameSource {
 public:
  /// @param chain  lens and sensor of the reader's camera, in their start state
  /// @param seed   seed of the sensor's noise
  /// @param ahead  whether a spare processor draws the next frame in advance
  RenderedSource(ImagingChain chain, const LightSettings& light, std::uint64_t seed, bool ahead = false);

  /// Replaces all presentations; the first is the one that the camera tracks.
  void enter(std::vector<Presentation> presentations) { presentations_ = std::move(presentations); }
  /// Position, direction and expression of the first presentation at that time; a default pose if there is
  /// none.
  Pose pose(Duration at) const;
  /// Movement of the first presentation; null if there is none.
  Movement* movement() { return presentations_.empty() ? nullptr : &presentations_.front().movement; }
  /// Who the first presentation is at that time; `nobody` once they have left.
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
