#pragma once

#include <memory>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/profile.h"
#include "camera_model/head/attire/attire.h"
#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// Where the five points of a face are that aligners use, mm in the head's frame. "Right" is the person's
/// own, which is left in a picture.
struct FacePoints {
  Vec3 right_eye, left_eye, nose, right_mouth, left_mouth;
};

/// One person: face, neck and shoulders, with hair and clothes. Made by HeadLibrary; does not change; may be
/// shared between threads.
///
/// The frame: mm, origin in the middle between the centres of the eyes, x to the left of the person (right in
/// a picture), y up, the face looks along +z.
class Head {
 public:
  class Parts;
  Head(HeadProfile profile, std::unique_ptr<const Parts> parts);
  ~Head();
  Head(const Head&) = delete;
  Head& operator=(const Head&) = delete;

  /// The person dressed so, with that face: surfaces `body`, `eyes`, `brows`, `lashes`, `teeth`, `hair`,
  /// `top`, and `glasses`, `lenses`, `mask`, `hat` where worn. Cheap: called for each frame.
  /// @throws InputError an unknown top
  Model model(const Attire& attire, const Expression& expression) const;

  /// Of the face at rest.
  FacePoints points() const;
  const HeadProfile& profile() const { return profile_; }

 private:
  HeadProfile profile_;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace uketsuke::camera
