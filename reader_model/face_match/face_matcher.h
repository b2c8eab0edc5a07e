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
  no_face,   ///< a picture without a detectable face
  unusable,  ///< no picture, or one that cannot be decoded
};

/// Result of enrolling the card's photo.
struct EnrolResult {
  EnrolStatus status = EnrolStatus::enrolled;
  std::string text;  ///< why it cannot be used; empty if it can
  Duration took{};   ///< simulated time to charge
};

/// Result of judging one frame.
struct FaceJudgement {
  record::FaceResult result = record::FaceResult::no_face;  ///< `no_face`: continue with the next frame
  std::optional<Guidance> guidance;                         ///< what to tell the patient, if anything
  Duration took{};                                          ///< simulated time to charge
  std::optional<FaceEvidence>
      evidence;  ///< present if a face was measured; always present with a decision by pixels
  /// The camera delivers the same picture repeatedly: a camera failure, not the patient's.
  bool frozen = false;

  /// For callers that need only the result.
  operator record::FaceResult() const { return result; }  // NOLINT(google-explicit-constructor)
};

/// Data about a patient that a matcher held when it was wiped.
struct HeldFaceData {
  bool photo = false;      ///< the card's photo as a template
  bool probe = false;      ///< a picture taken at the reader
  bool landmarks = false;  ///< positions of the face in earlier frames
};

/// Compares the person before the camera with the photo from the chip.
class FaceMatcher {
 public:
  virtual ~FaceMatcher() = default;

  /// Takes the card's photo, once per reception. @param photo JPEG 2000 as read from the chip
  virtual EnrolResult enrol(const Bytes& photo) = 0;

  /// Judges the next frame of the stream.
  virtual FaceJudgement judge(const camera::Frame& frame) = 0;

  /// Overwrites and forgets photo, templates and pictures.
  virtual void wipe() = 0;

  /// The data that the last `wipe` removed.
  virtual HeldFaceData wiped() const { return {}; }
};

/// Trusts the scenario's declaration of who is before the camera; the photo is not used.
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
  /// Assumed duration of a comparison: about one frame of a slow matcher (latency.yaml has measured ones).
  static constexpr Duration kTakes = std::chrono::milliseconds(40);
};

}  // namespace uketsuke::reader
