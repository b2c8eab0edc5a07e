#include "conformance/judge/judge.h"

#include <fmt/format.h>

#include <algorithm>

#include "conformance/checkers/checker.h"
#include "conformance/judge/expectations.h"
#include "conformance/judge/reference_follower.h"

namespace uketsuke::conformance {

using namespace record;

namespace {

void add_card(CheckerContext& context, const scenario::Persona& persona) {
  CardBefore card;
  card.born = persona.born;
  if (persona.card) card.type = persona.card->type;
  context.cards.emplace(persona.id, card);
}

CheckerContext context_of(const scenario::Case& test_case, const RulesOnDay& rules,
                          const Capabilities& capabilities) {
  CheckerContext context;
  context.rules = rules;
  if (test_case.site) {
    context.asks = CategorySet(test_case.site->asks);
    context.asks_prescription_form = test_case.site->asks_prescription_form;
    context.medical_aid = test_case.site->medical_aid;
  }
  if (capabilities) context.phone_reader = capabilities->count(scenario::Capability::smartphone) != 0;
  for (const auto& [name, persona] : test_case.others) add_card(context, *persona);
  if (test_case.patient) {
    add_card(context, *test_case.patient);
    CardBefore& card = context.cards[test_case.patient->id];
    card.pin_tries_left = test_case.given.pin_tries_left;
    if (test_case.given.phone.pin_tries_left)
      context.phone_tries[test_case.patient->id] = *test_case.given.phone.pin_tries_left;
    card.card_face_number_tries_left = test_case.given.card_face_number_tries_left;
    using Photo = scenario::CardPhoto::Kind;
    card.has_photo = test_case.given.card_photo.kind != Photo::missing;
    card.photo_usable = test_case.given.card_photo.kind == Photo::usual;
  }
  return context;
}

bool has_button(const ScreenShown& screen, Button button) {
  return std::any_of(screen.buttons.begin(), screen.buttons.end(),
                     [button](const ButtonShown& shown) { return shown.button == button; });
}

/// Whether any idle screen has the button スマートフォン.
bool offers_phone(const Record& record) {
  return std::any_of(record.events().begin(), record.events().end(), [](const Event& event) {
    const auto* screen = as<ScreenShown>(event);
    return screen != nullptr && screen->screen == Screen::idle && has_button(*screen, Button::smartphone);
  });
}

/// The setting from day, site and device. Unknown device properties are taken from its own screens: which
/// methods of identification the first choice offers, and whether questions can be cancelled.
Setting setting_of(const CheckerContext& context, const Record& record, const Capabilities& capabilities) {
  Setting setting = setting_on(context.rules, {}, context.asks_prescription_form,
                               context.phone_reader.value_or(offers_phone(record)));
  setting.asks = context.asks & kMedicalCategories;
  bool choice_seen = false;
  for (const Event& event : record.events()) {
    const auto* screen = as<ScreenShown>(event);
    if (screen == nullptr) continue;
    setting.cancel = setting.cancel || has_button(*screen, Button::cancel);
    if (choice_seen || screen->screen != Screen::choose_method) continue;
    choice_seen = true;
    setting.camera = has_button(*screen, Button::face);
    setting.pin_pad = has_button(*screen, Button::pin);
  }
  if (capabilities) {
    setting.camera = capabilities->count(scenario::Capability::camera) != 0;
    setting.pin_pad = capabilities->count(scenario::Capability::pin_pad) != 0;
  }
  return setting;
}

bool from_device(const Event& event) {
  return event.source == Source::reader || event.source == Source::clerk;
}

/// Merges findings of the same requirement at the same event: keeps the first of `findings`.
void keep_one_of_each(std::vector<Finding>& findings) {
  std::vector<Finding> kept;
  for (Finding& finding : findings) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&finding](const Finding& other) {
      return other.requirement == finding.requirement && other.sequence == finding.sequence &&
             (finding.sequence.has_value() || other.message == finding.message);
    });
    if (!known) kept.push_back(std::move(finding));
  }
  findings = std::move(kept);
}

/// Adds a finding for each impossible step that no earlier finding explains.
void add_failed_steps(const Record& record, std::vector<Finding>& findings) {
  for (const Event& event : record.events()) {
    const auto* step = as<StepFailed>(event);
    if (step == nullptr) continue;
    const bool explained = std::any_of(findings.begin(), findings.end(), [&event](const Finding& finding) {
      return finding.time <= event.time;
    });
    if (explained) return;
    findings.push_back(
        {"", RequirementClass::required,
         fmt::format("step {} ({}) could not be done: {}", step->index, step->step, step->reason),
         event.sequence, event.time});
    return;
  }
}

/// Marks the scenario's own requirements as exercised, if the catalogue says that expectations check them.
void add_expected_requirements(const scenario::Case& test_case, const Catalogue& catalogue,
                               std::set<std::string>& exercised) {
  if (!expects_anything(test_case.expect)) return;
  for (const auto& id : test_case.requirements) {
    const Requirement* requirement = catalogue.find(id);
    if (requirement == nullptr) continue;
    const auto& by = requirement->checked_by;
    if (std::find(by.begin(), by.end(), "expectation") != by.end()) exercised.insert(id);
  }
}

}  // namespace

CaseVerdict judge(const scenario::Case& test_case, const Record& record, const Catalogue& catalogue,
                  const Rules& rules, const Capabilities& capabilities) {
  const RulesOnDay today = rules.on(test_case.date);
  CaseVerdict verdict;
  if (std::none_of(record.events().begin(), record.events().end(), from_device)) {
    verdict.result = Result::inconclusive;
    verdict.findings.push_back(
        {"", RequirementClass::required, "the device reported nothing", std::nullopt, {}});
    return verdict;
  }

  const CheckerContext context = context_of(test_case, today, capabilities);
  CheckerSet checkers(all_checkers(), context);
  ReferenceFollower reference(setting_of(context, record, capabilities), context);
  Duration end{};
  for (const Event& event : record.events()) {
    checkers.on(event);
    reference.on(event);
    end = event.time;
  }
  checkers.finish();
  reference.finish(end);

  for (const auto& checker : checkers.checkers()) {
    verdict.findings.insert(verdict.findings.end(), checker->findings().begin(), checker->findings().end());
    for (const auto id : checker->exercised()) verdict.exercised.emplace(id);
  }
  verdict.findings.insert(verdict.findings.end(), reference.findings().begin(), reference.findings().end());
  for (const auto id : reference.exercised()) verdict.exercised.emplace(id);
  for (Finding& finding : check_expectations(test_case, record, today))
    verdict.findings.push_back(std::move(finding));
  add_expected_requirements(test_case, catalogue, verdict.exercised);
  add_failed_steps(record, verdict.findings);

  keep_one_of_each(verdict.findings);
  std::stable_sort(verdict.findings.begin(), verdict.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.time < b.time; });
  for (Finding& finding : verdict.findings) {
    if (!finding.requirement.empty()) finding.requirement_class = catalogue.class_of(finding.requirement);
    if (finding.requirement_class == RequirementClass::required) verdict.result = Result::fail;
  }
  return verdict;
}

void follow(const scenario::Case& test_case, const Record& record, const Rules& rules,
            const ReferenceFollower::Watcher& watcher) {
  const CheckerContext context = context_of(test_case, rules.on(test_case.date), std::nullopt);
  ReferenceFollower reference(setting_of(context, record, std::nullopt), context);
  reference.watch(watcher);
  for (const Event& event : record.events()) reference.on(event);
}

CaseVerdict skipped(const std::string& reason) {
  return {Result::skipped, {{"", RequirementClass::informational, reason, std::nullopt, {}}}, {}};
}

CaseVerdict harness_error(const std::string& reason) {
  return {Result::error, {{"", RequirementClass::required, reason, std::nullopt, {}}}, {}};
}

}  // namespace uketsuke::conformance
