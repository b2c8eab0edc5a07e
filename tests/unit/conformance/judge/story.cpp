#include "tests/unit/conformance/judge/story.h"

#include <algorithm>

namespace uketsuke::conformance::test {

Story& Story::event(Source source, Payload payload, Duration after) {
  now_ += after;
  events_.push_back({now_, events_.size(), source, std::move(payload)});
  return *this;
}

Story& Story::wait(Duration duration) {
  now_ += duration;
  return *this;
}

Story& Story::arrive(const std::string& patient) {
  patient_ = patient;
  return event(Source::patient, PatientArrived{patient}, kPerson);
}

Story& Story::insert(const std::string& card) {
  card_ = card;
  return event(Source::patient, CardInserted{card}, kPerson);
}

Story& Story::screen(Screen screen, std::vector<Button> buttons, std::string code) {
  shown_ = screen;
  ScreenShown shown;
  shown.screen = screen;
  shown.code = std::move(code);
  for (const auto button : buttons) shown.buttons.push_back({button, {}});
  return event(Source::reader, shown);
}

Story& Story::touch(Button button) { return event(Source::patient, ButtonTouched{shown_, button}, kPerson); }
Story& Story::time_out() { return event(Source::reader, ScreenTimedOut{shown_}, std::chrono::seconds(60)); }

Story& Story::start(const std::string& patient) {
  arrive(patient).insert(patient).screen(Screen::reading);
  event(Source::reader, CardRead{CardKind::individual_number});
  return screen(Screen::choose_method, {Button::face, Button::pin});
}

Story& Story::number(SecretCheck result, int tries_left) {
  return event(Source::chip, CardFaceNumberChecked{result, tries_left});
}

Story& Story::picture(FaceResult result) {
  screen(Screen::face_guide);
  event(Source::camera, FrameCaptured{1});
  return event(Source::reader, FaceCompared{result});
}

Story& Story::pin(SecretCheck result, int tries_left) {
  event(Source::patient, PinEntered{4}, kPerson);
  return event(Source::chip, PinChecked{result, tries_left});
}

Story& Story::refuse(Method method, Refusal reason) {
  return event(Source::reader, IdentityRefused{method, reason});
}

Story& Story::confirm(Method method) {
  return event(Source::reader, IdentityConfirmed{method}).screen(Screen::checking);
}

Story& Story::abort(AbortReason reason, Screen last, std::string code) {
  return event(Source::reader, ReceptionAborted{reason}).screen(last, {}, std::move(code));
}

Story& Story::by_face() {
  touch(Button::face).number();
  event(Source::reader, PhotoRead{4000});
  return picture().confirm(Method::face);
}

Story& Story::by_pin() { return touch(Button::pin).screen(Screen::enter_pin).pin().confirm(Method::pin); }

Story& Story::certificate(CertificateStatus status) {
  return event(Source::service, CertificateChecked{card_, status});
}
Story& Story::registration(bool registered) {
  return event(Source::service, RegistrationChecked{card_, registered});
}
Story& Story::eligibility(Validity validity) {
  return event(Source::service, EligibilityAnswered{card_, validity, "06132013"});
}
Story& Story::service() { return certificate().registration().eligibility(); }

Story& Story::record_consent(Category category, bool given) {
  ConsentRecorded consent{card_, category, given, std::nullopt, std::nullopt};
  if (given) {
    consent.consent_time = "20241007090010";
    consent.available_time = "20241008090010";
  }
  return event(Source::service, consent);
}

Story& Story::release(Category category) {
  const bool too_young = card_ == "ito" && category == Category::specific_health_checkups_info;
  return event(Source::service, DataReleased{card_, category, !too_young});
}

Story& Story::complete(const std::vector<Category>& asked, const std::vector<Category>& given,
                       bool limit_too) {
  for (const auto category : asked) {
    record_consent(category, std::find(given.begin(), given.end(), category) != given.end());
  }
  release(Category::eligibility);
  for (const auto category : given) release(category);
  if (limit_too) release(Category::limit_application_certificate);
  return event(Source::reader, ReceptionCompleted{}).screen(Screen::done);
}

Story& Story::take_card() { return event(Source::patient, CardRemoved{}, kPerson).forget(); }

Story& Story::holder(const std::string& patient) {
  card_ = patient;
  return *this;
}

Story& Story::forget(std::vector<Button> offers) {
  event(Source::reader, Wiped{{WipedItem::pin, WipedItem::card_face_number, WipedItem::photo,
                               WipedItem::probe, WipedItem::certificate}});
  return event(Source::reader, ReaderIdle{}).screen(Screen::idle, std::move(offers));
}

Story& Story::number_anew() {
  for (std::size_t i = 0; i < events_.size(); ++i) events_[i].sequence = i;
  return *this;
}

Record Story::record() const {
  Record record({"story", "a story", {}, 1});
  for (const Event& event : events_) record.add(event.time, event.source, event.payload);
  return record;
}

const Rules& rules() {
  static const Rules loaded = load_rules("conformance/rules");
  return loaded;
}

const Catalogue& catalogue() {
  static const Catalogue loaded = load_catalogue("conformance/requirements");
  return loaded;
}

namespace {

const Date kItosBirth = *parse_date("2021-11-03");

std::shared_ptr<const scenario::Persona> persona(const std::string& id, scenario::CardType type) {
  auto made = std::make_shared<scenario::Persona>();
  made->id = id;
  made->card.emplace();
  made->card->type = type;
  if (type == scenario::CardType::infant) made->born = kItosBirth;
  return made;
}

}  // namespace

scenario::Case case_on(const std::string& day, const std::string& patient) {
  static const std::map<std::string, std::shared_ptr<const scenario::Persona>> people{
      {"sato", persona("sato", scenario::CardType::standard)},
      {"suzuki", persona("suzuki", scenario::CardType::standard)},
      {"mori", persona("mori", scenario::CardType::pinless)},
      {"ito", persona("ito", scenario::CardType::infant)}};
  static const auto site = [] {
    auto made = std::make_shared<scenario::Site>();
    made->asks = kAsks;
    return made;
  }();
  scenario::Case test_case;
  test_case.id = test_case.scenario = "story";
  test_case.date = *parse_date(day);
  test_case.patient = people.at(patient);
  test_case.others = people;
  test_case.others.erase(patient);
  test_case.site = site;
  return test_case;
}

Said ask(std::string_view name, const std::vector<Event>& events, const std::string& day,
         std::optional<Date> satos_birth) {
  CheckerContext context;
  context.rules = rules().on(*parse_date(day));
  context.asks = CategorySet(kAsks);
  context.cards["sato"].born = satos_birth;
  context.cards["sato"].type = scenario::CardType::standard;
  context.cards["ito"].type = scenario::CardType::infant;
  context.cards["ito"].born = kItosBirth;
  context.cards["mori"].type = scenario::CardType::pinless;
  auto checkers = all_checkers();
  checkers.erase(std::remove_if(checkers.begin(), checkers.end(),
                                [name](const auto& checker) { return checker->description().name != name; }),
                 checkers.end());
  if (checkers.size() != 1) throw std::logic_error("no checker " + std::string(name));
  CheckerSet set(std::move(checkers), context);
  for (const Event& event : events) set.on(event);
  set.finish();
  Said said;
  for (const auto id : set.checkers().front()->exercised()) said.exercised.emplace(id);
  for (const Finding& finding : set.checkers().front()->findings()) {
    said.broken.push_back(finding.requirement);
    said.messages.push_back(finding.message);
  }
  return said;
}

std::vector<std::string> lines(const CaseVerdict& verdict) {
  std::vector<std::string> lines;
  for (const Finding& finding : verdict.findings)
    lines.push_back(finding.requirement + " " + finding.message);
  return lines;
}

}  // namespace uketsuke::conformance::test
