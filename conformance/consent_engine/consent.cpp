// Steps 10 and 11 of docs/reception-flow.md: what the patient is asked, what is stored and released.

#include "conformance/consent_engine/move.h"

namespace uketsuke::conformance {

using record::Button;
using record::Category;
using record::Screen;

namespace {

/// What the patient of this reception was asked about.
CategorySet asked(const Move& move) { return move.asks_medical() ? move.setting.asks : CategorySet{}; }

void begin_storing(Move& move) {
  move.go(Phase::storing);
  move.may_show_checking();
}

/// Everything is answered but, of some patients, a consent of its own, and, at some sites, the form of a
/// prescription.
void end_consent(Move& move) {
  if (!ask_own_disease(move)) ask_form_or_store(move);
}

/// Shows the first screen from `question` on that the site asks for, or goes on behind consent.
void ask_from(Move& move, std::size_t question) {
  for (; question < move.setting.order.size(); ++question) {
    const Screen screen = move.setting.order[question];
    if ((categories_of(screen) & move.setting.asks).empty()) continue;
    move.go(Phase::consent);
    move.state.question = static_cast<std::uint8_t>(question);
    const char* requirement =
        move.setting.first_screen == FirstScreen::consent_all ? "CONSENT-04" : "CONSENT-01";
    move.emit(output::Show{screen, {Button::agree, Button::refuse}}, requirement);
    return;
  }
  end_consent(move);
}

/// The order of screens, and within one screen that of the categories' names.
template <class Use>
void for_each_category(const Move& move, CategorySet set, Use use) {
  for (const Screen screen : move.setting.order) {
    for (const Category category : {Category::diagnosis_info, Category::pharmacists_info,
                                    Category::operation_info, Category::specific_health_checkups_info}) {
      if (set.has(category) && categories_of(screen).has(category)) use(category);
    }
  }
}

}  // namespace

void ask_form_or_store(Move& move) {
  if (!move.setting.prescription_form) return begin_storing(move);
  move.go(Phase::prescription);
  move.emit(output::Show{Screen::prescription_form, {Button::electronic, Button::paper}}, "PRESC-01");
}

void begin_consent(Move& move) {
  if (asked(move).empty()) {
    end_consent(move);
  } else if (move.setting.first_screen == FirstScreen::consent_all) {
    move.go(Phase::consent_all);
    Buttons buttons{Button::agree_all, Button::individually};
    if (move.setting.refuse_all_button) buttons.add(Button::refuse_all);
    move.emit(output::Show{Screen::consent_all, buttons}, "CONSENT-02");
  } else {
    ask_from(move, 0);
  }
}

void answer_all(Move& move, bool given) {
  if (given) move.state.given = move.setting.asks;
  if (!move.setting.specific_disease_in_consent_all) return end_consent(move);
  if (given && move.state.asks_disease) move.state.given.add(Category::specific_diseases_certificate);
  ask_form_or_store(move);
}

void answer_one(Move& move, bool given) {
  const CategorySet categories = categories_of(move.setting.order[move.was.question]) & move.setting.asks;
  if (given) move.state.given = move.state.given | categories;
  ask_from(move, move.was.question + std::size_t{1});
}

void answer_limit(Move& move, bool given) {
  move.state.limit_given = given;
  move.go(Phase::limit_storing);
  move.may_show_checking();
}

void choose_form(Move& move, record::PrescriptionForm form) {
  move.state.electronic = form == record::PrescriptionForm::electronic;
  begin_storing(move);
}

void touched_consent(Move& move, const input::Touched& input) {
  const bool agrees = input.button == Button::agree;
  if (move.was.phase == Phase::consent_all) {
    if (input.button == Button::agree_all) {
      move.take("CONSENT-03");
      answer_all(move, true);
    } else if (input.button == Button::individually) {
      move.take("CONSENT-04");
      ask_from(move, 0);
    } else if (input.button == Button::refuse_all && move.setting.refuse_all_button) {
      move.take("CONSENT-08");
      answer_all(move, false);
    }
  } else if (move.was.phase == Phase::consent && (agrees || input.button == Button::refuse)) {
    move.take("CONSENT-08");
    answer_one(move, agrees);
  } else if (move.was.phase == Phase::prescription &&
             (input.button == Button::electronic || input.button == Button::paper)) {
    move.take("PRESC-02");
    choose_form(move, input.button == Button::electronic ? record::PrescriptionForm::electronic
                                                         : record::PrescriptionForm::paper);
  } else if (move.was.phase == Phase::limit &&
             (input.button == Button::provide || input.button == Button::do_not_provide)) {
    move.take("LIMIT-05");
    answer_limit(move, input.button == Button::provide);
  } else if (input.screen == Screen::specific_disease &&
             (input.button == Button::provide || input.button == Button::do_not_provide)) {
    move.take("TSR-02");
    answer_disease(move, input.button == Button::provide);
  }
}

void release(Move& move, Category category) {
  output::Release released{category};
  if (category == Category::specific_health_checkups_info)
    released.health_check = health_check_of(move.setting);
  const bool too_young =
      category == Category::specific_health_checkups_info && released.health_check == HealthCheck::none;
  move.emit(released, too_young ? "RELEASE-07" : "RELEASE-05");
}

void on(Move& move, const input::Stored&) {
  const bool attended = move.attended();
  if (move.was.phase == Phase::limit_storing) {
    move.take("LIMIT-05");
    move.emit(output::Record{Category::limit_application_certificate, move.was.limit_given});
    if (move.was.limit_given) move.emit(output::Release{Category::limit_application_certificate});
    if (!ask_late_disease(move)) {
      forget_answers(move);
      move.go(Phase::ended);
      move.emit(output::Show{Screen::take_card, {}}, "FLOW-07", !attended);
    }
  } else if (move.was.phase == Phase::disease_storing) {
    move.take("TSR-02");
    disease_stored(move);
    forget_answers(move);
    move.go(Phase::ended);
    move.emit(output::Show{Screen::take_card, {}}, "FLOW-07", !attended);
  } else if (move.was.phase == Phase::storing) {
    move.take("FLOW-07");
    for_each_category(move, asked(move), [&](Category category) {
      move.emit(output::Record{category, move.was.given.has(category)}, "CONSENT-08");
    });
    const bool own_disease =
        move.was.asks_disease && move.setting.specific_disease == SpecificDiseaseQuestion::own_screen;
    if (own_disease) disease_stored(move);
    move.emit(output::Release{Category::eligibility}, "RELEASE-04");
    for_each_category(move, move.was.given, [&](Category category) { release(move, category); });
    if (move.setting.prescription_form) {
      move.emit(output::Prescribe{move.was.electronic ? record::PrescriptionForm::electronic
                                                      : record::PrescriptionForm::paper},
                "PRESC-02");
    }
    const bool automatic = move.setting.limit == LimitPolicy::automatic;
    if (automatic) move.emit(output::Release{Category::limit_application_certificate}, "LIMIT-04");
    move.state.outcome = Outcome::completed;
    move.emit(output::Complete{}, attended ? "FLOW-07" : "FLOW-11");
    move.emit(output::Show{Screen::done, {}}, "FLOW-07", !attended);
    const bool asks_late =
        move.was.asks_disease && move.setting.specific_disease == SpecificDiseaseQuestion::behind_limit;
    forget_answers(move);
    move.state.asks_disease = asks_late && !automatic && attended;
    if (move.was.by_phone()) {
      move.go(Phase::parting);
    } else {
      move.go(automatic || !attended ? Phase::ended : Phase::done);
    }
  } else {
    return;
  }
  if (!attended) become_idle(move);
}

void on(Move& move, const input::LimitDue&) {
  if (move.was.phase != Phase::done) return;
  move.take("LIMIT-01");
  move.go(Phase::limit);
  move.show(Screen::limit, {Button::provide, Button::do_not_provide});
}

}  // namespace uketsuke::conformance
