// Steps 10 and 11 of docs/reception-flow.md: what is asked, stored and released.

#include "conformance/consent_engine/step_builder.h"

namespace uketsuke::conformance {

using record::Button;
using record::Category;
using record::Screen;

namespace {

/// The categories that the patient of this reception was asked about.
CategorySet asked(const StepBuilder& builder) {
  return builder.asks_medical() ? builder.setting.asks : CategorySet{};
}

void begin_storing(StepBuilder& builder) {
  builder.go(Phase::storing);
  builder.may_show_checking();
}

/// Ends the consent screens. For some patients a separate consent follows, and at some sites the question for
/// the form of a prescription.
void end_consent(StepBuilder& builder) {
  if (!ask_own_disease(builder)) ask_form_or_store(builder);
}

/// Shows the first screen, from `question` on, that the site asks for; if there is none, continues after
/// consent.
void ask_from(StepBuilder& builder, std::size_t question) {
  for (; question < builder.setting.order.size(); ++question) {
    const Screen screen = builder.setting.order[question];
    if ((categories_of(screen) & builder.setting.asks).empty()) continue;
    builder.go(Phase::consent);
    builder.state.question = static_cast<std::uint8_t>(question);
    const char* requirement =
        builder.setting.first_screen == FirstScreen::consent_all ? "CONSENT-04" : "CONSENT-01";
    builder.emit(output::Show{screen, {Button::agree, Button::refuse}}, requirement);
    return;
  }
  end_consent(builder);
}

/// Visits the categories in the order of screens, and within one screen in the order of their names.
template <class Use>
void for_each_category(const StepBuilder& builder, CategorySet set, Use use) {
  for (const Screen screen : builder.setting.order) {
    for (const Category category : {Category::diagnosis_info, Category::pharmacists_info,
                                    Category::operation_info, Category::specific_health_checkups_info}) {
      if (set.has(category) && categories_of(screen).has(category)) use(category);
    }
  }
}

}  // namespace

void ask_form_or_store(StepBuilder& builder) {
  if (!builder.setting.prescription_form) return begin_storing(builder);
  builder.go(Phase::prescription);
  builder.emit(output::Show{Screen::prescription_form, {Button::electronic, Button::paper}}, "PRESC-01");
}

void begin_consent(StepBuilder& builder) {
  if (asked(builder).empty()) {
    end_consent(builder);
  } else if (builder.setting.first_screen == FirstScreen::consent_all) {
    builder.go(Phase::consent_all);
    Buttons buttons{Button::agree_all, Button::individually};
    if (builder.setting.refuse_all_button) buttons.add(Button::refuse_all);
    builder.emit(output::Show{Screen::consent_all, buttons}, "CONSENT-02");
  } else {
    ask_from(builder, 0);
  }
}

void answer_all(StepBuilder& builder, bool given) {
  if (given) builder.state.given = builder.setting.asks;
  if (!builder.setting.specific_disease_in_consent_all) return end_consent(builder);
  if (given && builder.state.asks_disease) builder.state.given.add(Category::specific_diseases_certificate);
  ask_form_or_store(builder);
}

void answer_one(StepBuilder& builder, bool given) {
  const CategorySet categories =
      categories_of(builder.setting.order[builder.was.question]) & builder.setting.asks;
  if (given) builder.state.given = builder.state.given | categories;
  ask_from(builder, builder.was.question + std::size_t{1});
}

void answer_limit(StepBuilder& builder, bool given) {
  builder.state.limit_given = given;
  builder.go(Phase::limit_storing);
  builder.may_show_checking();
}

void choose_form(StepBuilder& builder, record::PrescriptionForm form) {
  builder.state.electronic = form == record::PrescriptionForm::electronic;
  begin_storing(builder);
}

void touched_consent(StepBuilder& builder, const input::Touched& input) {
  const bool agrees = input.button == Button::agree;
  if (builder.was.phase == Phase::consent_all) {
    if (input.button == Button::agree_all) {
      builder.take("CONSENT-03");
      answer_all(builder, true);
    } else if (input.button == Button::individually) {
      builder.take("CONSENT-04");
      ask_from(builder, 0);
    } else if (input.button == Button::refuse_all && builder.setting.refuse_all_button) {
      builder.take("CONSENT-08");
      answer_all(builder, false);
    }
  } else if (builder.was.phase == Phase::consent && (agrees || input.button == Button::refuse)) {
    builder.take("CONSENT-08");
    answer_one(builder, agrees);
  } else if (builder.was.phase == Phase::prescription &&
             (input.button == Button::electronic || input.button == Button::paper)) {
    builder.take("PRESC-02");
    choose_form(builder, input.button == Button::electronic ? record::PrescriptionForm::electronic
                                                            : record::PrescriptionForm::paper);
  } else if (builder.was.phase == Phase::limit &&
             (input.button == Button::provide || input.button == Button::do_not_provide)) {
    builder.take("LIMIT-05");
    answer_limit(builder, input.button == Button::provide);
  } else if (input.screen == Screen::specific_disease &&
             (input.button == Button::provide || input.button == Button::do_not_provide)) {
    builder.take("TSR-02");
    answer_disease(builder, input.button == Button::provide);
  }
}

void release(StepBuilder& builder, Category category) {
  output::Release released{category};
  if (category == Category::specific_health_checkups_info)
    released.health_check = health_check_of(builder.setting);
  const bool too_young =
      category == Category::specific_health_checkups_info && released.health_check == HealthCheck::none;
  builder.emit(released, too_young ? "RELEASE-07" : "RELEASE-05");
}

void on(StepBuilder& builder, const input::Stored&) {
  const bool attended = builder.attended();
  if (builder.was.phase == Phase::limit_storing) {
    builder.take("LIMIT-05");
    builder.emit(output::Record{Category::limit_application_certificate, builder.was.limit_given});
    if (builder.was.limit_given) builder.emit(output::Release{Category::limit_application_certificate});
    if (!ask_late_disease(builder)) {
      forget_answers(builder);
      builder.go(Phase::ended);
      builder.emit(output::Show{Screen::take_card, {}}, "FLOW-07", !attended);
    }
  } else if (builder.was.phase == Phase::disease_storing) {
    builder.take("TSR-02");
    disease_stored(builder);
    forget_answers(builder);
    builder.go(Phase::ended);
    builder.emit(output::Show{Screen::take_card, {}}, "FLOW-07", !attended);
  } else if (builder.was.phase == Phase::storing) {
    builder.take("FLOW-07");
    for_each_category(builder, asked(builder), [&](Category category) {
      builder.emit(output::Record{category, builder.was.given.has(category)}, "CONSENT-08");
    });
    const bool own_disease =
        builder.was.asks_disease && builder.setting.specific_disease == SpecificDiseaseQuestion::own_screen;
    if (own_disease) disease_stored(builder);
    builder.emit(output::Release{Category::eligibility}, "RELEASE-04");
    for_each_category(builder, builder.was.given, [&](Category category) { release(builder, category); });
    if (builder.setting.prescription_form) {
      builder.emit(output::Prescribe{builder.was.electronic ? record::PrescriptionForm::electronic
                                                            : record::PrescriptionForm::paper},
                   "PRESC-02");
    }
    const bool automatic = builder.setting.limit == LimitPolicy::automatic;
    if (automatic) builder.emit(output::Release{Category::limit_application_certificate}, "LIMIT-04");
    builder.state.outcome = Outcome::completed;
    builder.emit(output::Complete{}, attended ? "FLOW-07" : "FLOW-11");
    builder.emit(output::Show{Screen::done, {}}, "FLOW-07", !attended);
    const bool asks_late =
        builder.was.asks_disease && builder.setting.specific_disease == SpecificDiseaseQuestion::behind_limit;
    forget_answers(builder);
    builder.state.asks_disease = asks_late && !automatic && attended;
    if (builder.was.by_phone()) {
      builder.go(Phase::parting);
    } else {
      builder.go(automatic || !attended ? Phase::ended : Phase::done);
    }
  } else {
    return;
  }
  if (!attended) become_idle(builder);
}

void on(StepBuilder& builder, const input::LimitDue&) {
  if (builder.was.phase != Phase::done) return;
  builder.take("LIMIT-01");
  builder.go(Phase::limit);
  builder.show(Screen::limit, {Button::provide, Button::do_not_provide});
}

}  // namespace uketsuke::conformance
