#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "record/secret.h"
#include "record/words/desk_words.h"
#include "record/words/display_words.h"
#include "scenarios/model/appearance.h"
#include "scenarios/model/network.h"
#include "scenarios/model/step.h"

namespace uketsuke::dut {

// What can be done to a device from outside: all actions of a patient, a member of staff or the world. Like
// an event, a stimulus names its kind and lists its fields once; log, schema and wire format are derived from
// that (codec.h).

/// The patient with this name steps before the reader.
struct Arrive {
  std::string patient;
  static constexpr std::string_view kKind = "arrive";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
  }
};

/// Inserts a card. `holder` is the persona of the case whose card it is; ignored unless `card` is `own`.
struct InsertCard {
  std::string holder;
  scenario::CardInHand card = scenario::CardInHand::own;
  static constexpr std::string_view kKind = "insert_card";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("holder", self.holder);
    visit("card", self.card);
  }
};

struct RemoveCard {
  static constexpr std::string_view kKind = "remove_card";
  template <class Self, class Visit>
  static void fields(Self& /*self*/, Visit&& /*visit*/) {}
};

/// Touches a button; has no effect if the screen does not show it.
struct Touch {
  record::Button button{};
  static constexpr std::string_view kKind = "touch";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("button", self.button);
  }
};

/// Enters a PIN on the pad and confirms it.
struct EnterPin {
  record::Secret pin;
  static constexpr std::string_view kKind = "enter_pin";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("pin", self.pin);
  }
};

/// Sets what the camera sees from now on. `as.face` is set.
struct ShowFace {
  scenario::Appearance as;
  static constexpr std::string_view kKind = "show_face";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("as", self.as);
  }
};

/// Sets the state of the camera from now on.
struct SetCamera {
  scenario::CameraState state{};
  static constexpr std::string_view kKind = "set_camera";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("state", self.state);
  }
};

struct SetStaffMode {
  record::StaffMode mode{};
  static constexpr std::string_view kKind = "set_staff_mode";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("mode", self.mode);
  }
};

struct DecideVisualCheck {
  bool same_person = true;
  static constexpr std::string_view kKind = "decide_visual_check";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("same_person", self.same_person);
  }
};

/// Shows a paper to the clerk.
struct ShowCertificate {
  record::Certificate certificate{};
  static constexpr std::string_view kKind = "show_certificate";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("certificate", self.certificate);
  }
};

/// The holder reports the card lost by telephone.
struct ReportLost {
  std::string patient;
  static constexpr std::string_view kKind = "report_lost";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
  }
};

struct SetNetwork {
  scenario::NetworkChange change;
  static constexpr std::string_view kKind = "set_network";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("change", self.change);
  }
};

/// Sets the clock of the service back (negative) or forward.
struct ShiftServiceClock {
  Duration by{};
  static constexpr std::string_view kKind = "shift_service_clock";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("by", self.by);
  }
};

/// Holds a phone on the external reader; has no effect if no phone is asked for. `owner` is a persona of the
/// case.
struct HoldPhone {
  std::string owner;
  bool unlock = true;                  ///< the owner unlocks it, if this kind is unlocked on the phone itself
  std::optional<Duration> lift_after;  ///< time until it is taken away; empty: after it is read
  static constexpr std::string_view kKind = "hold_phone";
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("owner", self.owner);
    visit("unlock", self.unlock);
    visit("lift_after", self.lift_after);
  }
};

using Stimulus =
    std::variant<Arrive, InsertCard, RemoveCard, Touch, EnterPin, ShowFace, SetStaffMode, DecideVisualCheck,
                 ShowCertificate, ReportLost, SetNetwork, SetCamera, ShiftServiceClock, HoldPhone>;

}  // namespace uketsuke::dut
