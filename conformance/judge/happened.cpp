#include "conformance/judge/happened.h"

namespace uketsuke::conformance {

using namespace record;
using scenario::Reception;

namespace {

struct Teller {
  Happened& happened;
  const Event& event;

  template <class Other>
  void operator()(const Other&) {}

  template <class Value, class From>
  void set(Seen<Value>& seen, From&& value) {
    seen = {Value(std::forward<From>(value)), event.sequence, event.time};
  }
  template <class Value>
  void touch(Seen<Value>& seen) {
    seen.sequence = event.sequence;
    seen.time = event.time;
  }

  void operator()(const CardInserted&) {
    set(happened.reception, Reception::none);
    set(happened.reason, std::nullopt);
    set(happened.identity, std::nullopt);
  }
  void operator()(const ButtonTouched& e) {
    if (e.screen == Screen::idle && e.button == Button::smartphone) (*this)(CardInserted{});
  }
  void operator()(const ReceptionCompleted&) { set(happened.reception, Reception::complete); }
  void operator()(const ReceptionAborted& e) {
    set(happened.reception, Reception::aborted);
    set(happened.reason, e.reason);
  }
  void operator()(const IdentityConfirmed& e) { set(happened.identity, e.method); }
  void operator()(const IdentityRefused& e) {
    happened.refusals.value.push_back(e.reason);
    touch(happened.refusals);
  }
  void operator()(const ConsentRecorded& e) { set(happened.consents[e.category], e.given); }
  void operator()(const DataReleased& e) {
    if (e.any) {
      happened.released.value.insert(e.category);
      touch(happened.released);
    }
    if (e.category == Category::limit_application_certificate) set(happened.limit_released, true);
  }
  void operator()(const ScreenShown& e) {
    happened.screens.push_back({e.screen, event.sequence, event.time});
    if (!e.code.empty()) set(happened.code, e.code);
  }
  void operator()(const GuidanceShown& e) {
    happened.guidance.push_back({e.guidance, event.sequence, event.time});
  }
  void operator()(const CertificateChecked& e) { set(happened.certificate, e.status); }
  void operator()(const EligibilityAnswered& e) { set(happened.eligibility, e.validity); }
  void operator()(const Registered&) { set(happened.registered, true); }
  void operator()(const CardLeftAlarm& e) {
    if (e.on) set(happened.card_left_alarm, true);
  }
  void operator()(const PinChecked& e) { set(happened.pin_tries_left, e.tries_left); }
  void operator()(const CardFaceNumberChecked& e) { set(happened.card_face_number_tries_left, e.tries_left); }
  void operator()(const PhoneChecked& e) {
    if (e.tries_left) set(happened.phone_tries_left, *e.tries_left);
  }
  void operator()(const DeskDecided& e) { set(happened.desk, e.decision); }
  void operator()(const PrescriptionFormChosen& e) { set(happened.prescription_form, e.form); }
};

/// Tries of the last patient's card, from its last visit anywhere in the record.
void tries_of_earlier_visits(const std::vector<Event>& events, std::size_t first, Happened& happened) {
  std::string patient;
  if (first < events.size()) {
    if (const auto* arrived = as<PatientArrived>(events[first])) patient = arrived->patient;
  }
  std::string card;
  for (std::size_t i = 0; i < first; ++i) {
    if (const auto* inserted = as<CardInserted>(events[i])) card = inserted->card;
    if (card != patient) continue;
    Teller teller{happened, events[i]};
    if (const auto* pin = as<PinChecked>(events[i])) teller(*pin);
    if (const auto* number = as<CardFaceNumberChecked>(events[i])) teller(*number);
  }
}

}  // namespace

Happened what_happened(const Record& record) {
  Happened happened;
  const auto& events = record.events();
  std::size_t first = 0;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (as<PatientArrived>(events[i]) != nullptr) first = i;
  }
  tries_of_earlier_visits(events, first, happened);
  for (std::size_t i = first; i < events.size(); ++i)
    std::visit(Teller{happened, events[i]}, events[i].payload);
  for (const Event& event : events) {
    const auto* screen = as<ScreenShown>(event);
    if (screen == nullptr || screen->screen != Screen::idle) continue;
    for (const ButtonShown& shown : screen->buttons) {
      if (shown.button == Button::smartphone) happened.offers_smartphone = {true, event.sequence, event.time};
    }
  }
  if (!events.empty()) happened.end = events.back().time;
  return happened;
}

}  // namespace uketsuke::conformance
