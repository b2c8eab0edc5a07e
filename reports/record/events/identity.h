#pragma once

#include <cstdint>
#include <string_view>

#include "reports/record/vocabulary.h"

// Events: identity. See reports/record/events.h.

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
