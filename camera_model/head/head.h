#pragma once

#include <memory>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/profile.h"
#include "camera_model/head/attire/attire.h"
#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// The five facial points that aligners use, in mm in the head's frame. "Right" is the person's own right,
/// which is on the left of an image.
struct FacePoints {
  Vec3 right_eye, left_eye, nose, right_mouth, left_mouth;
};

/// One person: face, neck and shoulders, with hair and clothes. Built by HeadLibrary; immutable; may be
/// shared between threads.
///
/// The head's frame: mm, origin midway between the eye centres, x to the person's left (right in an image), y
/// up; the face looks along +z.
class Head {
 public:
  class Parts;
  Head(HeadProfile profile, std::unique_ptr<const Parts> parts);
  ~Head();
  Head(const Head&) = delete;
  Head& operator=(const Head&) = delete;

  /// The person with these clothes and this expression: surfaces `body`, `eyes`, `brows`, `lashes`, `teeth`,
  /// `hair`, `top`, and `glasses`, `lenses`, `mask`, `hat` if worn. Cheap enough to call for each frame.
  /// @throws InputError if the top is unknown
  Model model(const Attire& attire, const Expression& expression) const;

  /// Facial points of the face at rest.
  FacePoints points() const;
  const HeadProfile& profile() const { return profile_; }

 private:
  HeadProfile profile_;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace uketsuke::camera
