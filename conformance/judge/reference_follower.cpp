#include "conformance/judge/reference_follower.h"

#include <fmt/format.h>

#include <algorithm>

#include "conformance/judge/match.h"

namespace uketsuke::conformance {

using namespace record;

namespace {

/// Whether an input results from reading the card for a face comparison.
bool reads_the_card(const Input& input) {
  const auto* proved = std::get_if<input::Proved>(&input);
  return std::holds_alternative<input::NumberChecked>(input) ||
         std::holds_alternative<input::PhotoRead>(input) || (proved != nullptr && !proved->genuine);
}

}  // namespace

ReferenceFollower::ReferenceFollower(Setting setting, const CheckerContext& context)
    : setting_(setting), context_(context) {}

/// Translates each kind of event into engine inputs; other kinds are ignored.
struct ReferenceFollower::Handler {
  ReferenceFollower& self;
  const Event& event;

  template <class Neutral>
  void operator()(const Neutral&) {}

  Phase phase() const { return self.state_.phase; }
  bool over() const { return phase() == Phase::ended || phase() == Phase::parting || phase() == Phase::idle; }
  void feed(const Input& input) { self.feed(input, event); }
  void demand(const Input& input, std::string_view requirement) {
    if (!self.feed(input, event)) self.impossible(input, requirement, event);
  }
  void match(const Output& happened) {
    if (!self.lost_) self.match(happened, event);
  }

  // ---- the patient, the card, staff ----

  /// Learns the age of the person at the reader.
  void learn_age(const std::string& name) {
    self.setting_.age = Setting{}.age;
    const auto known = self.context_.cards.find(name);
    if (known != self.context_.cards.end() && known->second.born)
      self.setting_.age = static_cast<std::uint8_t>(age_on(*known->second.born, self.context_.rules.day));
  }
  void operator()(const CardInserted& e) {
    self.card_ = e.card;
    const auto known = self.context_.cards.find(e.card);
    self.setting_.card = CardTraits{};
    learn_age(e.card);
    self.kind_.reset();
    if (known != self.context_.cards.end()) {
      self.kind_ = CardKind::individual_number;
      if (known->second.type) self.setting_.card = traits_of(*known->second.type);
      self.setting_.card.has_photo = self.setting_.card.has_photo && known->second.has_photo;
      self.setting_.card.photo_usable = known->second.photo_usable;
    } else {
      self.kind_ = from_name<CardKind>(e.card);  // words for cards without a holder
    }
    demand(input::CardInserted{}, self.state_.by_phone() ? "PHONE-09" : "RECORD-03");
  }
  void operator()(const CardRemoved&) { self.take_card(event); }
  void operator()(const StaffModeChanged& e) {  // pending expectations are kept
    const Input input = input::StaffModeSet{e.mode};
    const Step next = step(self.setting_, self.state_, input);
    if (self.watcher_) self.watcher_(self.state_, input, next);
    self.state_ = next.next;
  }
  void operator()(const VisualCheckDecided& e) { feed(input::StaffDecided{e.same_person}); }
  void operator()(const ButtonTouched& e) {
    if (!self.feed(input::Touched{e.screen, e.button}, event)) return;  // a touch outside the buttons
    self.answered_by_touch_ = true;
    if (phase() == Phase::pin_tries) feed(input::PinTries{self.pin_tries() > 0});
  }
  void operator()(const ScreenTimedOut& e) { feed(input::TimedOut{e.screen}); }

  // ---- chip and camera ----

  void operator()(const CardRead& e) {
    if (self.kind_ && *self.kind_ != e.card_kind) {
      self.differ(fmt::format("card read as {}", to_name(*self.kind_)), std::string(to_name(e.card_kind)),
                  "READ-01", event);
      return;
    }
    demand(input::CardRead{e.card_kind}, "READ-01");
  }
  void operator()(const CardFaceNumberChecked& e) {
    demand(input::NumberChecked{with_tries(e.result, e.tries_left)}, "FACE-01");
  }
  void operator()(const PhotoRead&) { demand(input::PhotoRead{}, "FACE-01"); }
  void operator()(const FaceCompared& e) { demand(input::FaceCompared{e.result}, "FACE-02"); }
  void operator()(const PinEntered&) { demand(input::PinEntered{}, "PIN-01"); }
  void operator()(const PinChecked& e) {
    self.pin_tries_[self.card_] = e.tries_left;
    const SecretCheck result = with_tries(e.result, e.tries_left);
    // Only queried the remaining tries.
    if (self.state_.pin_used_up && result == SecretCheck::blocked) return;
    demand(input::PinChecked{result}, "PIN-02");
  }
  static SecretCheck with_tries(SecretCheck result, std::int64_t left) {
    return result == SecretCheck::wrong && left == 0 ? SecretCheck::blocked : result;
  }

  // ---- a phone instead of the card ----

  void operator()(const PhoneHeld& e) {
    learn_age(e.phone);
    demand(input::PhoneHeld{}, "PHONE-03");
  }
  void operator()(const PhoneChecked& e) {
    const bool none_left = e.result == PhoneCheck::wrong && e.tries_left == 0;
    demand(input::PhoneChecked{none_left ? PhoneCheck::blocked : e.result}, "PHONE-03");
  }
  /// The time of the last screen is not recorded; it has ended when the reader wipes its data.
  void part() {
    if (phase() == Phase::parting) feed(input::Parted{});
  }

  // ---- the service; an answer after the reception's end has no effect ----

  void operator()(const CertificateChecked& e) { answer(input::CertificateAnswered{e.status}); }
  void operator()(const RegistrationChecked& e) {
    if (phase() == Phase::notice) feed(input::TimedOut{Screen::certificate_notice});  // it went on by itself
    answer(input::RegistrationAnswered{e.registered});
  }
  void operator()(const Registered&) { answer(input::Enrolled{}); }
  void operator()(const EligibilityAnswered& e) {
    answer(input::EligibilityAnswered{e.validity, e.specific_disease_certificate.value_or(false)});
  }
  void operator()(const ServiceTimedOut&) {
    if (self.before_answer_ && !waits_for_service(self.state_)) {  // the device never received the answer
      self.state_ = self.before_answer_->state;
      self.pending_ = std::move(self.before_answer_->pending);
    }
    self.before_answer_.reset();
    if (phase() == Phase::notice) feed(input::TimedOut{Screen::certificate_notice});
    if (over()) return;
    demand(input::ServiceSilent{}, "NET-01");
  }
  void answer(const Input& input) {
    if (over()) return;
    remember();
    demand(input, "FLOW-04");
    self.answered_by_touch_ = false;
  }

  void remember() {
    if (waits_for_service(self.state_)) self.before_answer_ = BeforeAnswer{self.state_, self.pending_};
  }

  // ---- what the device does ----

  void operator()(const ConsentRecorded& e) {
    stored();
    match(output::Record{e.category, e.given});
  }
  void operator()(const DataReleased& e) {
    stored();
    output::Release released{e.category};
    if (e.category == Category::specific_health_checkups_info && e.any) {
      // The record does not say which check; for a patient too young for one, any check is wrong.
      const HealthCheck due = health_check_of(self.setting_);
      released.health_check = due == HealthCheck::none ? HealthCheck::specific : due;
    }
    match(released);
  }
  void operator()(const PrescriptionFormChosen& e) {
    stored();
    match(output::Prescribe{e.form});
  }
  void operator()(const ReceptionCompleted&) {
    stored();
    match(output::Complete{});
  }
  void stored() {
    if (phase() != Phase::storing && phase() != Phase::limit_storing && phase() != Phase::disease_storing)
      return;
    remember();
    feed(input::Stored{});
  }
  void operator()(const ScreenShown& e) {
    if (e.screen != Screen::reading) self.settle_card_kind(event);
    if (e.screen == Screen::face_guide && phase() == Phase::face_proof) feed(input::Proved{true});
    if (e.screen == Screen::limit) feed(input::LimitDue{});
    output::Show show{e.screen, {}};
    for (const auto& button : e.buttons) show.buttons.add(button.button);
    match(show);
    self.shown_ = e.screen;
  }
  void operator()(const ReceptionAborted& e) {
    self.settle_card_kind(event);
    // The card was taken before the device knew that all questions had been answered.
    if (e.reason == AbortReason::card_removed && phase() == Phase::storing && !self.state_.card_in &&
        !self.answered_by_touch_) {
      self.state_.phase = Phase::eligibility;
      self.state_.card_in = true;
      feed(input::CardTaken{});
    }
    match(output::Abort{e.reason});
  }
  void operator()(const IdentityConfirmed& e) { match(output::Confirm{e.method}); }
  void operator()(const IdentityRefused& e) {
    if (e.reason == Refusal::not_genuine) feed(input::Proved{false});
    if (e.reason == Refusal::no_photo) feed(input::PhotoMissing{});
    if (e.reason == Refusal::photo_unusable) feed(input::PhotoUnusable{});
    if (e.reason == Refusal::camera_failed) feed(input::CameraFailed{});
    // No face came before the camera: there was nothing to compare, and the device may report it only now.
    if (e.reason == Refusal::no_face) feed(input::FaceCompared{FaceResult::no_face});
    match(output::Refuse{e.method, e.reason});
  }
  void operator()(const CardLeftAlarm& e) {
    if (e.on) feed(input::CardLeft{});
    match(output::Alarm{e.on});
  }
  void operator()(const Wiped& e) {
    part();
    output::Wipe wipe;
    for (const auto item : e.items) wipe.items.add(item);
    match(wipe);
  }
  void operator()(const ReaderIdle&) {
    part();
    if (self.state_.phase == Phase::idle && self.pending_.empty()) return;  // the device is starting up
    match(output::Idle{});
  }
};

void ReferenceFollower::on(const Event& event) {
  if (lost_) {
    // Resynchronise: the reader is idle, or, if it never says so, the next card is in.
    if (const auto* mode = as<StaffModeChanged>(event)) state_.staff = mode->mode;
    if (const auto* pin = as<PinChecked>(event)) pin_tries_[card_] = pin->tries_left;
    if (as<ReaderIdle>(event) != nullptr) {
      become_idle();
      return;
    }
    if (as<CardInserted>(event) == nullptr && !begins_by_phone(event)) return;
    become_idle();
  }
  std::visit(Handler{*this, event}, event.payload);
  if (lost_ && as<ReaderIdle>(event) != nullptr) become_idle();
}

std::string ReferenceFollower::fingerprint() const {
  std::string text =
      fmt::format("{:x} {} {} {} {} {}", state_.key(), card_, kind_ ? static_cast<int>(*kind_) : -1,
                  shown_ ? static_cast<int>(*shown_) : -1, answered_by_touch_, lost_);
  for (const auto& [card, tries] : pin_tries_) text += fmt::format(" {}={}", card, tries);
  for (const Expected& expected : pending_) {
    text +=
        fmt::format("; {} {} {}", to_string(expected.effect.output), expected.optional, expected.card_gone);
  }
  return text;
}

void ReferenceFollower::finish(Duration time) {
  if (lost_) return;
  for (const Expected& expected : pending_) {
    // The record may end before the last screen is drawn.
    if (expected.optional || std::holds_alternative<output::Show>(expected.effect.output)) continue;
    findings_.push_back(
        {expected.effect.requirement, RequirementClass::required,
         fmt::format("expected {}, was the end of the record", to_string(expected.effect.output)),
         std::nullopt, time});
    return;
  }
}

const ReferenceFollower::Expected* ReferenceFollower::overdue() const {
  const auto found = std::find_if(pending_.begin(), pending_.end(),
                                  [](const Expected& expected) { return !expected.optional; });
  return found == pending_.end() ? nullptr : &*found;
}

bool ReferenceFollower::feed(const Input& input, const Event& event) {
  if (lost_) return true;
  Step next = step(setting_, state_, input);
  if (!next.possible) return false;
  // Rereading the card before another try may precede the screen.
  const bool rereading = state_.phase == Phase::face_guide && reads_the_card(input);
  if (const Expected* late = overdue(); late != nullptr && !rereading) {
    differ(to_string(late->effect.output), to_string(input), late->effect.requirement, event);
    return true;
  }
  if (!rereading || next.next.phase != Phase::face_guide) pending_.clear();
  exercised_.insert(next.requirement);
  if (watcher_) watcher_(state_, input, next);
  state_ = next.next;
  for (Effect& effect : next.effects) pending_.push_back({effect, effect.optional, false});
  return true;
}

void ReferenceFollower::take_card(const Event& event) {
  before_answer_.reset();
  // A patient is faster than a device: a screen that was about to be shown may be omitted, and a pending
  // decision may turn into "card taken".
  std::vector<Expected> before;
  before.swap(pending_);
  if (!feed(input::CardTaken{}, event)) {
    pending_.swap(before);
    return;
  }
  for (Expected& expected : before) {
    const Output& output = expected.effect.output;
    expected.card_gone = true;
    expected.optional = expected.optional || std::holds_alternative<output::Show>(output) ||
                        std::holds_alternative<output::Confirm>(output) ||
                        std::holds_alternative<output::Refuse>(output);
  }
  pending_.insert(pending_.begin(), before.begin(), before.end());
}

void ReferenceFollower::match(const Output& happened, const Event& event) {
  if (!by_the_service(happened)) before_answer_.reset();
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    const Expected& expected = pending_[i];
    const auto* abort = std::get_if<output::Abort>(&happened);
    const bool taken = abort != nullptr && abort->reason == AbortReason::card_removed && expected.card_gone &&
                       std::holds_alternative<output::Abort>(expected.effect.output);
    if (taken || satisfies(happened, expected.effect.output)) {
      exercised_.insert(expected.effect.requirement);
      // Optional outputs before it will not occur any more.
      std::vector<Expected> rest;
      for (std::size_t j = 0; j < pending_.size(); ++j) {
        if (j != i && (j > i || !pending_[j].optional)) rest.push_back(std::move(pending_[j]));
      }
      pending_ = std::move(rest);
      return;
    }
    if (!expected.optional && !any_order(happened, expected.effect.output)) break;
  }
  const auto* show = std::get_if<output::Show>(&happened);
  const Expected* late = overdue();
  if (show != nullptr && late == nullptr) {
    const bool again = shown_ == show->screen;  // redrawn
    const bool reminder = state_.phase == Phase::ended && show->screen == Screen::take_card;
    if (again || reminder || (state_.phase == Phase::idle && show->screen == Screen::idle)) return;
  }
  if (std::holds_alternative<output::Wipe>(happened) && late == nullptr) return;  // wiping early is harmless
  differ(
      late != nullptr ? to_string(late->effect.output) : "nothing", to_string(happened),
      late != nullptr ? std::string_view(late->effect.requirement) : requirement_against(happened, setting_),
      event);
}

void ReferenceFollower::differ(const std::string& expected, const std::string& happened,
                               std::string_view requirement, const Event& event) {
  if (lost_) return;
  lost_ = true;
  exercised_.insert(requirement);
  findings_.push_back({std::string(requirement), RequirementClass::required,
                       fmt::format("expected {}, was {}", expected, happened), event.sequence, event.time});
}

void ReferenceFollower::impossible(const Input& input, std::string_view requirement, const Event& event) {
  if (const Expected* late = overdue()) {
    differ(to_string(late->effect.output), to_string(input), late->effect.requirement, event);
  } else {
    differ("nothing of the kind in " + std::string(to_name(state_.phase)), to_string(input), requirement,
           event);
  }
}

void ReferenceFollower::become_idle() {
  const StaffMode staff = state_.staff;
  state_ = State{};
  state_.staff = staff;
  pending_.clear();
  before_answer_.reset();
  shown_.reset();
  lost_ = false;
}

void ReferenceFollower::settle_card_kind(const Event& event) {
  if (state_.phase == Phase::reading && kind_) feed(input::CardRead{*kind_}, event);
}

std::int64_t ReferenceFollower::pin_tries() const {
  if (!setting_.card.has_pin) return 0;
  const auto seen = pin_tries_.find(card_);
  if (seen != pin_tries_.end()) return seen->second;
  const auto before = context_.cards.find(card_);
  const int usual = context_.rules.parameters->pin_tries;
  return before != context_.cards.end() ? before->second.pin_tries_left.value_or(usual) : usual;
}

}  // namespace uketsuke::conformance
