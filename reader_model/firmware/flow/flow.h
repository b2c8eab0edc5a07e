#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/enum_names.h"
#include "reader_model/firmware/flow/flow_action.h"
#include "reader_model/firmware/flow/flow_input.h"
#include "record/words/desk_words.h"

namespace uketsuke::reader {

/// When the holder of a 特定疾病療養受療証 is asked whether it may be given.
UKETSUKE_ENUM(DiseaseQuestion,
              never,         ///< not at the reader
              after_limit,   ///< after the limit question, until 2024-10-06
              own_question,  ///< after the consents
)

/// What the flow must know of reader, release and site. Does not change during a reception.
struct FlowSettings {
  bool camera = true;
  int face_attempts = 3;
  bool consent_all = true;
  bool limit_screen = false;
  bool prescription_form = false;  ///< asks in which form a prescription is to be issued
  DiseaseQuestion disease = DiseaseQuestion::own_question;
  bool disease_in_consent_all =
      false;                       ///< agreeing to all also answers the question about a specific disease
  bool refuse_all_button = false;  ///< the screen that offers all also offers nothing
  bool asks_after_visual_check = true;   ///< asks a patient whom staff identified for consents
  bool suspended_ends_reception = true;  ///< else a suspended certificate counts as one in its grace period
  std::vector<record::Screen> consent_order;
  std::set<record::Category> asks;  ///< the categories that the site asks for
  bool smartphone = false;          ///< has a reader for phones and a release that uses it
  bool phone_grace = false;  ///< accepts a phone's expired certificate as a card's in its grace period; no
                             ///< release does that (docs/reception-flow.md, step S5)
  bool phone_registers = false;  ///< accepts the first registration from a phone
  int phone_attempts = 3;
};

/// The stage of a reception.
UKETSUKE_ENUM(Stage,
              idle,                  ///< waits for a card
              identifying,           ///< finds out the kind of card
              choosing,              ///< face or PIN
              preparing_face,        ///< reads the photo from the chip
              facing,                ///< the camera looks
              face_failed,           ///< try again?
              asking_tries,          ///< asks the chip how many tries the PIN has left
              typing_pin,            ///< the patient types the PIN
              checking_pin,          ///< the chip checks it
              pin_wrong,             ///< try again?
              pin_locked,            ///< no tries are left
              visual_check,          ///< staff compare card and person
              certificate,           ///< the service checks it
              notice,                ///< it expires soon, or has expired
              registration_query,    ///< the service says whether the card is registered
              registration_ask,      ///< register it?
              registration_order,    ///< the service registers it
              eligibility,           ///< the service says who is insured, and where
              consent_all,           ///< all at once, or one by one
              consent_each,          ///< one category
              disease_ask,           ///< may the certificate of a specific disease be given?
              prescription_ask,      ///< electronic or paper
              storing,               ///< the service stores consents
              done,                  ///< until 2024-10-06: the limit question follows
              limit_ask,             ///< may the limit be given?
              limit_storing,         ///< the service stores the answer
              late_disease_ask,      ///< until 2024-10-06: the question of disease_ask, after the limit
              late_disease_storing,  ///< the service stores the answer
              card_out,              ///< waits until the card is taken
              phone_kind,            ///< which kind of phone?
              phone_pin,             ///< typed before an Android phone is held
              phone_hold,            ///< waits for the phone
              phone_reading,         ///< the phone is being read
              phone_pin_wrong,       ///< try again?
              phone_failed,          ///< try again?
              parting,               ///< no card to wait for: the last screen stays for a while
)

/// The reception flow as a state machine without clock, card or screen. It takes inputs and returns actions.
///
/// A value type: copies continue independently, which exploration needs. docs/reception-flow.md is its
/// specification.
class Flow {
 public:
  explicit Flow(FlowSettings settings) : settings_(std::move(settings)) {}

  /// The mode that staff set at the terminal. Takes effect with the next card, or at the choice of the
  /// method.
  void set_staff_mode(record::StaffMode mode) { staff_mode_ = mode; }

  /// Handles an input and returns the actions to take now. An input that has no meaning in the stage changes
  /// nothing.
  Actions handle(const Input& input);

  Stage stage() const { return stage_; }

  /// The buttons on the idle screen.
  std::vector<record::Button> idle_buttons() const;

  /// Bytes that are equal if two flows with equal settings will behave alike.
  std::string fingerprint() const;

 private:
  /// What is known of the reception. Reset with every card.
  struct Reception {
    int face_attempts = 0;
    bool face_used_up = false;
    bool pin_used_up = false;
    bool in_grace = false;
    bool by_staff = false;      ///< identified by a visual check
    bool disease_open = false;  ///< a question about a specific disease is still to be asked
    bool card_present = true;
    std::vector<record::Screen> questions;  ///< still to be asked, the next one first
    std::vector<std::pair<record::Category, bool>> answers;
    std::optional<record::PrescriptionForm> prescription;
    bool by_phone = false;
    std::optional<record::PhoneKind> phone;  ///< as chosen by the patient
    int phone_attempts = 0;
  };

  FlowSettings settings_;
  record::StaffMode staff_mode_ = record::StaffMode::unattended;
  Stage stage_ = Stage::idle;
  Reception reception_;

  // One per group of stages: flow_identity.cpp, flow_service.cpp, flow_consent.cpp, flow_end.cpp,
  // flow_phone.cpp.
  void on_card(const Input& input, Actions& out);
  void on_identity(const Input& input, Actions& out);
  void on_identity_touch(record::Button button, Actions& out);
  void on_pin(const Input& input, Actions& out);
  void on_service(const Input& input, Actions& out);
  void on_consent(const Input& input, Actions& out);
  void on_end(const Input& input, Actions& out);
  void on_phone(const Input& input, Actions& out);
  void on_time_out(const input::TimedOut& time_out, Actions& out);

  void ask_method(Actions& out);
  void start_face(Actions& out);
  void start_pin(Actions& out);
  void face_refused(record::Refusal reason, Actions& out);
  void face_over(Actions& out);
  void pin_over(Actions& out);
  void identified(record::Method method, Actions& out);
  void nothing_left(Actions& out);

  void ask_phone_kind(Actions& out);
  void ask_phone(Actions& out);
  void hold_phone(Actions& out);
  void phone_read(const input::PhoneChecked& checked, Actions& out);
  void phone_unusable(record::Refusal reason, Actions& out);
  void phone_refused(record::Refusal reason, Actions& out);
  void show_notice(Actions& out);
  void ask_registration(Actions& out);
  void ask_consents(Actions& out);
  void ask_next_question(Actions& out);
  void answer_all(bool given, Actions& out);
  void answer_question(bool given, Actions& out);
  void choose_prescription(record::PrescriptionForm form, Actions& out);
  void store(Actions& out);
  void ask_disease(Stage stage, Actions& out);
  void answer_disease(bool given, Actions& out);
  bool may_ask_about_health() const;
  void completed(Actions& out);
  void answer_limit(bool given, Actions& out);

  void ask(record::Screen screen, std::vector<record::Button> buttons, Actions& out, int tries_left = -1);
  void request(Stage stage, Action action, Actions& out);
  void abort(record::AbortReason reason, record::Screen screen, Actions& out);
  void wait_for_removal(Actions& out);
  void finish(Actions& out);
};

/// The categories that one consent screen asks for, out of those that the site asks for. 診療 and 薬剤 share
/// a screen.
std::vector<record::Category> categories_of(record::Screen screen, const std::set<record::Category>& asks);

}  // namespace uketsuke::reader
