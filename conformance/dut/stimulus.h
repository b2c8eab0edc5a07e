#pragma once

#include <optional>
#include <string>
#include <variant>

#include "record/secret.h"
#include "record/vocabulary.h"
#include "scenarios/model/network.h"
#include "scenarios/model/step.h"

namespace uketsuke::dut {

// What can be done to a device from outside: everything that a patient, a member of staff or the world does.

/// The patient of this name stands before the reader.
struct Arrive {
  std::string patient;
};

/// Puts a card in. `holder` is a persona of the case, whose card it is; ignored unless `card` is `own`.
struct InsertCard {
  std::string holder;
  scenario::CardInHand card = scenario::CardInHand::own;
};

struct RemoveCard {};

/// Touches a button; nothing happens where the screen does not show it.
struct Touch {
  record::Button button{};
};

/// Types a PIN on the pad and confirms it.
struct EnterPin {
  record::Secret pin;
};

/// From now on the camera sees this. `face` is set.
struct ShowFace {
  scenario::Appearance as;
};

/// From now on the camera is in this state.
struct SetCamera {
  scenario::CameraState state{};
};

struct SetStaffMode {
  record::StaffMode mode{};
};

struct DecideVisualCheck {
  bool same_person = true;
};

/// Shows a paper to the clerk.
struct ShowCertificate {
  record::Certificate certificate{};
};

/// The holder telephones the hot line.
struct ReportLost {
  std::string patient;
};

struct SetNetwork {
  scenario::NetworkChange change;
};

/// The clock of the service is set back (negative) or forward.
struct ShiftServiceClock {
  Duration by{};
};

/// Holds a phone on the external reader; nothing happens where no phone is asked for. `owner` is a persona of
/// the case.
struct HoldPhone {
  std::string owner;
  bool unlock = true;                  ///< its owner unlocks it, where it is unlocked on itself
  std::optional<Duration> lift_after;  ///< taken away again so soon; none: not before it is read
};

using Stimulus =
    std::variant<Arrive, InsertCard, RemoveCard, Touch, EnterPin, ShowFace, SetStaffMode, DecideVisualCheck,
                 ShowCertificate, ReportLost, SetNetwork, SetCamera, ShiftServiceClock, HoldPhone>;

}  // namespace uketsuke::dut
