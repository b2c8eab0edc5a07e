#include "reader_model/firmware/defect.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <thread>

namespace uketsuke::reader {

namespace {

using record::Button;
using record::Category;
using record::CertificateStatus;
using record::Screen;

template <class Kind>
Kind* find(Actions& actions) {
  for (Action& action : actions) {
    if (auto* found = std::get_if<Kind>(&action)) return found;
  }
  return nullptr;
}

bool shows(const Actions& actions, Screen screen) {
  return std::any_of(actions.begin(), actions.end(), [&](const Action& action) {
    const auto* show = std::get_if<action::Show>(&action);
    return show != nullptr && show->screen == screen;
  });
}

template <class Kind>
void drop(Actions& actions) {
  actions.erase(std::remove_if(actions.begin(), actions.end(),
                               [](const Action& action) { return std::holds_alternative<Kind>(action); }),
                actions.end());
}

bool is_consent(Screen screen) {
  return screen == Screen::consent_all || screen == Screen::consent_medicines ||
         screen == Screen::consent_operations || screen == Screen::consent_health_checkups;
}

Tampering timeout_counts_as_consent() {
  // The flow does not say which screen is shown, so this remembers the last one.
  auto shown = std::make_shared<Screen>(Screen::idle);
  auto late = std::make_shared<bool>(false);
  return {[=](Input& input) {
            const auto* time_out = std::get_if<input::TimedOut>(&input);
            if (time_out == nullptr || time_out->purpose != TimerPurpose::screen || !is_consent(*shown))
              return;
            *late = true;
            input = input::Touched{*shown == Screen::consent_all ? Button::agree_all : Button::agree};
          },
          [=](Actions& actions) {
            if (*late) actions.insert(actions.begin(), action::NoteTimeOut{});
            *late = false;
            for (const Action& action : actions) {
              if (const auto* show = std::get_if<action::Show>(&action)) *shown = show->screen;
            }
          }};
}

Tampering reuses_last_consent() {
  auto last = std::make_shared<std::vector<std::pair<Category, bool>>>();
  return {nullptr, [=](Actions& actions) {
            auto* consents = find<action::SendConsents>(actions);
            if (consents == nullptr || consents->automatic.empty())
              return;  // the limit answer is sent separately
            if (last->empty()) {
              *last = consents->answers;
            } else {
              consents->answers = *last;
            }
          }};
}

/// The next patient, even one with a card, is taken for the owner of the phone.
Tampering keeps_phone() {
  auto by_phone = std::make_shared<bool>(false);
  return {nullptr, [=](Actions& actions) {
            const auto* confirm = find<action::Confirm>(actions);
            if (confirm != nullptr) *by_phone = confirm->method == record::Method::smartphone;
            if (*by_phone) drop<action::Wipe>(actions);
          }};
}

Tampering asks_consent_before_identity() {
  return {nullptr, [](Actions& actions) {
            if (!shows(actions, Screen::choose_method)) return;
            actions.insert(actions.begin(),
                           action::Show{Screen::consent_medicines, {Button::agree, Button::refuse}});
          }};
}

Tampering releases_without_consent() {
  return {nullptr, [](Actions& actions) {
            if (auto* consents = find<action::SendConsents>(actions)) {
              for (auto& [category, given] : consents->answers) given = true;
            }
          }};
}

Tampering accepts_any_face() {
  return {[](Input& input) {
            if (auto* judged = std::get_if<input::FaceJudged>(&input))
              judged->result = record::FaceResult::match;
          },
          nullptr};
}

Tampering accepts_expired_certificate() {
  return {[](Input& input) {
            auto* answer = std::get_if<input::CertificateAnswer>(&input);
            if (answer != nullptr) answer->status = CertificateStatus::valid;
          },
          nullptr};
}

Tampering asks_in_grace() {
  return {[](Input& input) {
            auto* answer = std::get_if<input::CertificateAnswer>(&input);
            if (answer != nullptr && answer->status == CertificateStatus::in_grace) {
              answer->status = CertificateStatus::expires_soon;
            }
          },
          nullptr};
}

Tampering keeps_secrets() {
  return {nullptr, [](Actions& actions) { drop<action::Wipe>(actions); }};
}

Tampering forgets_card_left_alarm() {
  return {nullptr, [](Actions& actions) { drop<action::Alarm>(actions); }};
}

Tampering ignores_missing_registration() {
  return {[](Input& input) {
            if (auto* answer = std::get_if<input::RegistrationAnswer>(&input)) answer->registered = true;
          },
          nullptr};
}

Tampering releases_specific_disease_unasked() {
  return {nullptr, [](Actions& actions) {
            auto* consents = find<action::SendConsents>(actions);
            if (consents == nullptr || consents->automatic.empty())
              return;  // a late answer is sent separately
            consents->automatic.push_back(Category::specific_diseases_certificate);
          }};
}

Tampering crashes() {
  return {[](Input& input) {
            if (std::holds_alternative<input::PinTyped>(input)) std::abort();
          },
          nullptr};
}

Tampering hangs() {
  return {[](Input& input) {
            while (std::holds_alternative<input::PinTyped>(input)) std::this_thread::yield();
          },
          nullptr};
}

Tampering accepts_locked_phone() {
  return {
      [](Input& input) {
        auto* phone = std::get_if<input::PhoneChecked>(&input);
        if (phone == nullptr) return;
        if (phone->result == record::PhoneCheck::not_unlocked || phone->result == record::PhoneCheck::wrong)
          phone->result = record::PhoneCheck::accepted;
      },
      nullptr};
}

}  // namespace

void plant(Defect defect, FlowSettings& settings) {
  if (defect == Defect::phone_gets_grace) settings.phone_grace = true;
  if (defect == Defect::offers_phone_always) settings.smartphone = true;
  if (defect == Defect::limit_screen_after_reform) settings.limit_screen = true;
  if (defect == Defect::agree_all_covers_specific_disease) settings.disease_in_consent_all = true;
  if (defect == Defect::asks_unset_categories) {
    settings.asks = {Category::diagnosis_info, Category::pharmacists_info, Category::operation_info,
                     Category::specific_health_checkups_info};
  }
}

Tampering tampering(Defect defect) {
  switch (defect) {
    case Defect::asks_consent_before_identity:
      return asks_consent_before_identity();
    case Defect::releases_without_consent:
      return releases_without_consent();
    case Defect::timeout_counts_as_consent:
      return timeout_counts_as_consent();
    case Defect::reuses_last_consent:
      return reuses_last_consent();
    case Defect::accepts_any_face:
      return accepts_any_face();
    case Defect::accepts_expired_certificate:
      return accepts_expired_certificate();
    case Defect::asks_in_grace:
      return asks_in_grace();
    case Defect::keeps_secrets:
      return keeps_secrets();
    case Defect::forgets_card_left_alarm:
      return forgets_card_left_alarm();
    case Defect::ignores_missing_registration:
      return ignores_missing_registration();
    case Defect::releases_specific_disease_unasked:
      return releases_specific_disease_unasked();
    case Defect::crashes:
      return crashes();
    case Defect::hangs:
      return hangs();
    case Defect::accepts_locked_phone:
      return accepts_locked_phone();
    case Defect::keeps_phone:
      return keeps_phone();
    case Defect::phone_gets_grace:
    case Defect::offers_phone_always:
    case Defect::limit_screen_after_reform:
    case Defect::asks_unset_categories:
    case Defect::agree_all_covers_specific_disease:
      break;  // they are in the settings
  }
  return {};
}

}  // namespace uketsuke::reader
