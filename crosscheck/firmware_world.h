#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "conformance/consent_engine/setting.h"
#include "crosscheck/world_event.h"
#include "reader_model/firmware/defect.h"
#include "reader_model/firmware/flow/flow.h"
#include "record/events.h"

namespace uketsuke::crosscheck {

/// The firmware's flow in a world without time: actions on screens, chip, camera and line complete at once
/// and are reported as the events that a record would have.
///
/// A value type, so that a search can continue from each of its states in every way.
class FirmwareWorld {
 public:
  using Tell = std::function<void(const record::Payload&)>;

  /// Limits of chip and reader.
  struct Limits {
    int pin_tries = 3;
    int print_readings = 3;  ///< of 照合番号B printed on the card
  };

  FirmwareWorld(reader::FlowSettings settings, const conformance::CardTraits& card, Limits limits,
                std::optional<reader::Defect> defect);

  /// The world events that are possible in this state.
  std::vector<WorldEvent> possible() const;

  /// Performs a world event and reports every event in order, including those of the firmware's reaction.
  void apply(const WorldEvent& event, const Tell& tell);

  /// Bytes that are equal if two worlds will behave alike.
  std::string fingerprint() const;

 private:
  /// An action that the firmware has started and that has not completed.
  enum class Awaits {
    nothing,
    card_kind,
    face_preparation,
    face,
    pin_tries,
    pin_check,
    certificate,
    registration,
    enrolment,
    eligibility,
    storing,
    phone,
  };

  reader::Flow flow_;
  conformance::CardTraits card_;
  std::optional<reader::Defect> defect_;
  int pin_tries_most_;
  int pin_tries_;
  int print_readings_;
  record::PhoneKind phone_ = record::PhoneKind::iphone;  ///< kind being read, as the patient chose it
  int misread_ = 0;                                      ///< number of misreadings in this preparation
  record::CardKind inserted_ = record::CardKind::individual_number;
  record::StaffMode staff_ = record::StaffMode::unattended;
  bool card_in_ = false;
  bool alarm_ = false;
  Awaits awaits_ = Awaits::nothing;
  std::optional<reader::TimerPurpose> timer_;
  record::Screen screen_ = record::Screen::idle;
  std::vector<record::Button> buttons_;
  std::vector<record::WipedItem> held_;
  std::vector<std::pair<record::Category, bool>> answers_;
  std::vector<record::Category> automatic_;
  std::optional<record::PrescriptionForm> prescription_;

  std::vector<WorldEvent> awaited() const;
  std::vector<WorldEvent> phone_checks() const;
  void card_answers(const WorldEvent& event, const Tell& tell);
  void service_answers(const WorldEvent& event, const Tell& tell);
  void give(const reader::Input& input, const Tell& tell);
  void show(const reader::action::Show& screen, const Tell& tell);
  void order(const reader::action::SendConsents& consents);
  void wipe(const Tell& tell);
  void carry_out(const reader::Action& action, const Tell& tell);
  void hold(record::WipedItem item);
  void prepare_face(const WorldEvent& event, const Tell& tell);
  void check_pin(bool right, const Tell& tell);
  void store(const Tell& tell);
  void check_phone(record::PhoneCheck result, int tries_left, const Tell& tell);
};

/// Name in the events of a variant's card.
inline constexpr const char* kHolder = "holder";

}  // namespace uketsuke::crosscheck
