#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "record/words/desk_words.h"

// Events: staff and desk. See record/events.h.

namespace uketsuke::record {

struct StaffModeChanged {
  static constexpr std::string_view kKind = "staff_mode_changed";
  StaffMode mode{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("mode", self.mode);
  }
};

/// A member of staff compared card and person.
struct VisualCheckDecided {
  static constexpr std::string_view kKind = "visual_check_decided";
  bool same_person = false;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("same_person", self.same_person);
  }
};

/// The patient showed this paper at the desk.
struct CertificateShown {
  static constexpr std::string_view kKind = "certificate_shown";
  Certificate certificate{};
  std::string valid_until;  ///< `2025-12-01`; empty if it has no such date
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("certificate", self.certificate);
    visit("valid_until", self.valid_until);
  }
};

struct DeskDecided {
  static constexpr std::string_view kKind = "desk_decided";
  DeskDecision decision{};
  Text reason;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("decision", self.decision);
    visit("reason", self.reason);
  }
};

/// The holder telephoned: the authentication certificate is suspended (一時停止) from now on.
struct CardSuspended {
  static constexpr std::string_view kKind = "card_suspended";
  std::string patient;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
  }
};

}  // namespace uketsuke::record
