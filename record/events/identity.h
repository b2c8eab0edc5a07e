#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "record/words/face_words.h"
#include "record/words/identity_words.h"

// Events: identity. See record/events.h.

namespace uketsuke::record {

/// A PIN was typed. Holds the number of digits, never the digits.
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

/// The chip's answer to 照合番号B, which the reader read off the card's print.
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

/// The reader has read the photo from the chip.
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

/// A face matcher's measurements for a decision. A value that could not be measured is absent.
struct FaceMeasured {
  static constexpr std::string_view kKind = "face_measured";
  std::int64_t frame = 0;                  ///< number of the frame that was compared
  std::optional<std::int64_t> similarity;  ///< to the card's photo; thousandths, -1000 to 1000
  std::optional<std::int64_t> similarity_at_least;
  std::optional<std::int64_t> liveness;  ///< thousandths; 0: a picture, 1000: a person
  std::optional<std::int64_t> liveness_at_least;
  /// Residual of a flat model, in thousandths of the distance between the eyes.
  std::optional<std::int64_t> parallax;
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

/// The reader tells the patient how to be seen better.
struct GuidanceShown {
  static constexpr std::string_view kKind = "guidance_shown";
  Guidance guidance{};
  std::string text;  ///< as shown to the patient
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

/// A comparison is over and the reader overwrote its face data.
struct FaceDataWiped {
  static constexpr std::string_view kKind = "face_data_wiped";
  bool photo = false;          ///< as read from the chip
  bool probe = false;          ///< pictures taken at the desk
  bool face_template = false;  ///< template that the matcher made of the photo
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("photo", self.photo);
    visit("probe", self.probe);
    visit("template", self.face_template);
  }
};

/// The reader found that its camera is unusable.
struct CameraFailed {
  static constexpr std::string_view kKind = "camera_failed";
  CameraTrouble trouble{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("trouble", self.trouble);
  }
};

/// Who or what is in front of the camera from now on.
struct FaceShown {
  static constexpr std::string_view kKind = "face_shown";
  Shown shown{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("shown", self.shown);
  }
};

/// The device accepts the patient as the holder of the card.
struct IdentityConfirmed {
  static constexpr std::string_view kKind = "identity_confirmed";
  Method method{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("method", self.method);
  }
};

/// One method of identification failed; others may be left.
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
