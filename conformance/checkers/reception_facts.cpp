#include "conformance/checkers/reception_facts.h"

namespace uketsuke::conformance {

using namespace record;

namespace {

struct Updater {
  ReceptionFacts& facts;
  Duration time;

  template <class Other>
  void operator()(const Other&) {}

  void operator()(const CardInserted& event) {
    const int number = facts.number + 1;
    facts = {};
    facts.open = facts.card_in = true;
    facts.card = event.card;
    facts.number = number;
  }
  void operator()(const CardRemoved&) { facts.card_in = false; }
  void operator()(const ReaderIdle&) { facts.open = false; }
  void operator()(const ScreenShown& event) {
    facts.screen = event.screen;
    facts.screen_answered = false;
  }
  void operator()(const ScreenTimedOut&) { facts.screen_answered = true; }
  void operator()(const ButtonTouched& event) {
    if (!facts.open && event.screen == Screen::idle && event.button == Button::smartphone) {
      const int number = facts.number + 1;
      facts = {};
      facts.open = facts.by_phone = true;
      facts.number = number;
      facts.screen = Screen::idle;
    }
    facts.screen_answered = true;
    if (event.button == Button::agree_all) facts.agreed_to_all = true;
    if (event.button == Button::agree || event.button == Button::agree_all ||
        event.button == Button::provide) {
      facts.agreed = facts.agreed | categories_of(event.screen);
    }
  }
  void operator()(const PhoneHeld& event) { facts.card = event.phone; }
  void operator()(const IdentityConfirmed& event) { facts.identity = event.method; }
  void operator()(const CertificateChecked& event) { facts.certificate = event.status; }
  void operator()(const RegistrationChecked& event) { facts.registered = event.registered; }
  void operator()(const Registered&) { facts.registered = true; }
  void operator()(const EligibilityAnswered& event) {
    facts.validity = event.validity;
    facts.holds_disease = event.specific_disease_certificate.value_or(false);
  }
  void operator()(const ConsentRecorded& event) {
    facts.recorded.add(event.category);
    if (event.given) facts.given.add(event.category);
  }
  void operator()(const DataReleased& event) { facts.released.add(event.category); }
  void operator()(const ReceptionCompleted&) { outcome(facts.completed); }
  void operator()(const ReceptionAborted&) { outcome(facts.aborted); }

  void outcome(bool& which) {
    if (!facts.completed && !facts.aborted) facts.outcome_time = time;
    which = true;
  }
};

}  // namespace

bool begins_by_phone(const Event& event) {
  const auto* touch = as<ButtonTouched>(event);
  return touch != nullptr && touch->screen == Screen::idle && touch->button == Button::smartphone;
}

void ReceptionFacts::see(const Event& event) { std::visit(Updater{*this, event.time}, event.payload); }

}  // namespace uketsuke::conformance
