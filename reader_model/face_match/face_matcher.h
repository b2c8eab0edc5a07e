#pragma once

#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/calendar.h"
#include "camera_model/frame.h"
#include "reader_model/face_match/face_evidence.h"
#include "reader_model/face_match/policy/guidance.h"
#include "record/words/face_words.h"

namespace uketsuke::reader {

enum class EnrolStatus {
  enrolled,
  no_face,   ///< a picture, but no face is found in it
  unusable,  ///< no picture, or one that cannot be decoded
};

/// What became of the card's photo.
struct EnrolResult {
  EnrolStatus status = EnrolStatus::enrolled;
  std::string text;  ///< why it cannot be used; empty where it can
  Duration took{};   ///< simulated time to charge
};

/// What one frame led to.
struct FaceJudgement {
  record::FaceResult result = record::FaceResult::no_face;  ///< `no_face`: go on looking
  std::optional<Guidance> guidance;                         ///< what to tell the patient, if anything
  Duration took{};                                          ///< simulated time to charge
  std::optional<FaceEvidence>
      evidence;         ///< where a face was measured; always there with a decision by pixels
  bool frozen = false;  ///< the camera delivers one picture again and again: its failure, not the patient's

  /// For whoever wants the result only.
  operator record::FaceResult() const { return result; }  // NOLINT(google-explicit-constructor)
};

/// What a matcher held of a patient when it was told to forget.
struct HeldFaceData {
  bool photo = false;      ///< the card's photo as a template
  bool probe = false;      ///< a picture taken at the desk
  bool landmarks = false;  ///< positions of the face in earlier frames
};

/// Compares the person before the camera with the photo out of the chip.
class FaceMatcher {
 public:
  virtual ~FaceMatcher() = default;

  /// Takes the card's photo once a reception. @param photo JPEG 2000 as read from the chip
  virtual EnrolResult enrol(const Bytes& photo) = 0;

  /// Looks at the next frame of the stream.
  virtual FaceJudgement judge(const camera::Frame& frame) = 0;

  /// Forgets photo, templates and pictures; overwrites them.
  virtual void wipe() = 0;

  /// What the last `wipe` found to forget.
  virtual HeldFaceData wiped() const { return {}; }
};

/// Believes what the scenario declares about who is before the camera; the photo is not looked at.
class DeclaredMatcher : public FaceMatcher {
 public:
  EnrolResult enrol(const Bytes&) override { return {}; }
  FaceJudgement judge(const camera::Frame& frame) override {
    FaceJudgement judgement;
    switch (frame.subject) {
      case camera::Subject::holder:
        judgement.result = record::FaceResult::match;
        break;
      case camera::Subject::stranger:
        judgement.result = record::FaceResult::no_match;
        break;
      case camera::Subject::nobody:
        return judgement;
    }
    judgement.took = kTakes;
    return judgement;
  }
  void wipe() override {}

 private:
  /// What a comparison is taken to last: about one frame of a slow matcher (latency.yaml has measured ones).
  static constexpr Duration kTakes = std::chrono::milliseconds(40);
};

}  // namespace uketsuke::reader
