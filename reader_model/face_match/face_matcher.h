#pragma once

#include "base/bytes.h"
#include "camera_model/frame.h"
#include "reports/record/vocabulary.h"

namespace uketsuke::reader {

/// Compares the person before the camera with the photo out of the chip.
class FaceMatcher {
 public:
  virtual ~FaceMatcher() = default;

  /// Takes the card's photo once a reception. @param photo JPEG 2000 as read from the chip
  virtual void enrol(const Bytes& photo) = 0;

  /// What a frame shows. `no_face` means: go on looking.
  virtual record::FaceResult judge(const camera::Frame& frame) = 0;

  /// Forgets photo, templates and pictures.
  virtual void wipe() = 0;
};

/// Believes what the scenario declares about who is before the camera; the photo is not looked at.
class DeclaredMatcher : public FaceMatcher {
 public:
  void enrol(const Bytes&) override {}
  record::FaceResult judge(const camera::Frame& frame) override {
    switch (frame.subject) {
      case camera::Subject::holder:
        return record::FaceResult::match;
      case camera::Subject::stranger:
        return record::FaceResult::no_match;
      case camera::Subject::nobody:
        break;
    }
    return record::FaceResult::no_face;
  }
  void wipe() override {}
};

}  // namespace uketsuke::reader
