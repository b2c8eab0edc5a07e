#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "record/words/face_words.h"
#include "record/words/identity_words.h"

// Events: identity. See record/events.h.

namespace uketsuke::record {

/// A PIN was typed; how many digits, never which.
struct PinEntered {
  static constexpr std::string_view kKind = "pin_entered";
  std::int64_t digits = 0;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("digits", self.digits);
  }
};

/// The chip's answer to the PIN of the authentication key (利用者証明用, JPKI application).
struct PinChecked {
  static constexpr std::string_view kKind = "pin_checked";
  SecretCheck result{};
  std::int64_t tries_left = 0;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("result", self.result);
    visit("tries_left", self.tries_left);
  }
};

/// The chip's answer to 照合番号B, which the reader read from the print on the card.
struct CardFaceNumberChecked {
  static constexpr std::string_view kKind = "card_face_number_checked";
  SecretCheck result{};
  std::int64_t tries_left = 0;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("result", self.result);
    visit("tries_left", self.tries_left);
  }
};

/// The reader has the photo out of the chip.
struct PhotoRead {
  static constexpr std::string_view kKind = "photo_read";
  std::int64_t bytes = 0;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("bytes", self.bytes);
  }
};

/// The camera delivered the picture that will be compared.
struct FrameCaptured {
  static constexpr std::string_view kKind = "frame_captured";
  std::int64_t frame = 0;  ///< number of the frame since the camera was started
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("frame", self.frame);
  }
};

struct FaceCompared {
  static constexpr std::string_view kKind = "face_compared";
  FaceResult result{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("result", self.result);
  }
};

/// What a face matcher measured for a decision; what it could not measure is not there.
struct FaceMeasured {
  static constexpr std::string_view kKind = "face_measured";
  std::int64_t frame = 0;                  ///< number of the frame that was compared
  std::optional<std::int64_t> similarity;  ///< with the card's photo, thousandths of -1 to 1
  std::optional<std::int64_t> similarity_at_least;
  std::optional<std::int64_t> liveness;  ///< thousandths: 0 a picture, 1000 a person
  std::optional<std::int64_t> liveness_at_least;
  std::optional<std::int64_t>
      parallax;  ///< residual of a flat model, thousandths of the distance of the eyes
  std::optional<std::int64_t> parallax_at_least;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("frame", self.frame);
    visit("similarity", self.similarity);
    visit("similarity_at_least", self.similarity_at_least);
    visit("liveness", self.liveness);
    visit("liveness_at_least", self.liveness_at_least);
    visit("parallax", self.parallax);
    visit("parallax_at_least", self.parallax_at_least);
  }
};

/// The reader tells the patient what to do so that a usable picture can be taken.
struct GuidanceShown {
  static constexpr std::string_view kKind = "guidance_shown";
  Guidance guidance{};
  std::string text;  ///< as the patient reads it
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("guidance", self.guidance);
    visit("text", self.text);
  }
};

/// A picture that explains a decision was kept beside the record. Synthetic faces only: a real device keeps
/// none.
struct PictureKept {
  static constexpr std::string_view kKind = "picture_kept";
  std::int64_t frame = 0;
  std::string file;  ///< below the folder of the run's pictures
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("frame", self.frame);
    visit("file", self.file);
  }
};

/// A comparison is over: the reader overwrote what it held of the face.
struct FaceDataWiped {
  static constexpr std::string_view kKind = "face_data_wiped";
  bool photo = false;          ///< as read from the chip
  bool probe = false;          ///< pictures taken at the desk
  bool face_template = false;  ///< what the matcher made of the photo
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("photo", self.photo);
    visit("probe", self.probe);
    visit("template", self.face_template);
  }
};

/// The reader found its camera unusable.
struct CameraFailed {
  static constexpr std::string_view kKind = "camera_failed";
  CameraTrouble trouble{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("trouble", self.trouble);
  }
};

/// What is before the camera from now on.
struct FaceShown {
  static constexpr std::string_view kKind = "face_shown";
  Shown shown{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("shown", self.shown);
  }
};

/// The device takes the holder of the card to be the patient.
struct IdentityConfirmed {
  static constexpr std::string_view kKind = "identity_confirmed";
  Method method{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("method", self.method);
  }
};

/// One way of identification failed; others may be left.
struct IdentityRefused {
  static constexpr std::string_view kKind = "identity_refused";
  Method method{};
  Refusal reason{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("method", self.method);
    visit("reason", self.reason);
  }
};

}  // namespace uketsuke::record
