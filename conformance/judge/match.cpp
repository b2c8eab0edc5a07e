#include "conformance/judge/match.h"

#include "conformance/checkers/reception_facts.h"

namespace uketsuke::conformance {
namespace {

Buttons without_cancel(const Buttons& buttons) {
  Buttons rest;
  for (const auto button : buttons) {
    if (button != record::Button::cancel) rest.add(button);
  }
  return rest;
}

struct Same {
  const Output& expected;

  bool operator()(const output::Show& happened) const {
    const auto& wanted = std::get<output::Show>(expected);
    if (happened.screen != wanted.screen) return false;
    return wanted.buttons.count == 0 || without_cancel(happened.buttons) == wanted.buttons;
  }
  bool operator()(const output::Record& happened) const {
    const auto& wanted = std::get<output::Record>(expected);
    return happened.category == wanted.category && happened.given == wanted.given;
  }
  bool operator()(const output::Release& happened) const {
    const auto& wanted = std::get<output::Release>(expected);
    // The patient may not have had a health check.
    const bool nothing = happened.health_check == HealthCheck::none;
    return happened.category == wanted.category && (nothing || happened.health_check == wanted.health_check);
  }
  bool operator()(const output::Prescribe& happened) const {
    return happened.form == std::get<output::Prescribe>(expected).form;
  }
  bool operator()(const output::Complete&) const { return true; }
  bool operator()(const output::Abort& happened) const {
    return happened.reason == std::get<output::Abort>(expected).reason;
  }
  bool operator()(const output::Confirm& happened) const {
    return happened.method == std::get<output::Confirm>(expected).method;
  }
  bool operator()(const output::Refuse& happened) const {
    const auto& wanted = std::get<output::Refuse>(expected);
    return happened.method == wanted.method && happened.reason == wanted.reason;
  }
  bool operator()(const output::Alarm& happened) const {
    return happened.on == std::get<output::Alarm>(expected).on;
  }
  bool operator()(const output::Wipe& happened) const {
    const auto wanted = std::get<output::Wipe>(expected).items.bits();
    return (happened.items.bits() & wanted) == wanted;
  }
  bool operator()(const output::Idle&) const { return true; }
};

std::string_view against_screen(record::Screen screen, const Setting& setting) {
  using record::Screen;
  if (screen == Screen::limit) return setting.limit == LimitPolicy::automatic ? "LIMIT-03" : "LIMIT-01";
  if (screen == Screen::prescription_form) return "PRESC-01";
  if (screen == Screen::specific_disease) return "TSR-01";
  switch (screen) {
    case Screen::phone_kind:
    case Screen::hold_phone:
    case Screen::phone_failed:
    case Screen::phone_not_registered:
    case Screen::phone_ended:
      return setting.smartphone ? "PHONE-02" : "PHONE-01";
    default:
      break;
  }
  if (screen == Screen::enter_pin) return "PIN-01";
  if (screen == Screen::face_guide) return "FACE-01";
  if (screen == Screen::registration) return "REG-01";
  if (screen == Screen::certificate_notice) return "CERT-06";
  if (screen == Screen::done) return "FLOW-07";
  if (asks_consent(screen)) return setting.asks.empty() ? "CONSENT-05" : "FLOW-05";
  return "FLOW-02";
}

struct Against {
  const Setting& setting;

  std::string_view operator()(const output::Show& o) const { return against_screen(o.screen, setting); }
  static bool of_disease(record::Category category) {
    return category == record::Category::specific_diseases_certificate;
  }
  std::string_view operator()(const output::Record& o) const {
    return of_disease(o.category) ? "TSR-02" : "CONSENT-08";
  }
  std::string_view operator()(const output::Release& o) const {
    return of_disease(o.category) ? "TSR-02" : "RELEASE-02";
  }
  std::string_view operator()(const output::Prescribe&) const { return "PRESC-02"; }
  std::string_view operator()(const output::Complete&) const { return "FLOW-06"; }
  std::string_view operator()(const output::Abort&) const { return "FLOW-06"; }
  std::string_view operator()(const output::Confirm& o) const {
    switch (o.method) {
      case record::Method::face:
        return "FACE-02";
      case record::Method::pin:
        return "PIN-02";
      case record::Method::visual:
        return "VISUAL-01";
      case record::Method::smartphone:
        break;
    }
    return "PHONE-03";
  }
  std::string_view operator()(const output::Refuse& o) const {
    switch (o.method) {
      case record::Method::face:
        return "FACE-03";
      case record::Method::pin:
        return "PIN-03";
      case record::Method::visual:
        return "VISUAL-02";
      case record::Method::smartphone:
        break;
    }
    return "PHONE-05";
  }
  std::string_view operator()(const output::Alarm&) const { return "CARD-03"; }
  std::string_view operator()(const output::Wipe&) const { return "PRIV-01"; }
  std::string_view operator()(const output::Idle&) const { return "FLOW-10"; }
};

}  // namespace

bool satisfies(const Output& happened, const Output& expected) {
  return happened.index() == expected.index() && std::visit(Same{expected}, happened);
}

bool by_the_service(const Output& output) {
  return std::holds_alternative<output::Record>(output) || std::holds_alternative<output::Release>(output) ||
         std::holds_alternative<output::Prescribe>(output);
}

bool any_order(const Output& a, const Output& b) {
  if (by_the_service(a) && by_the_service(b)) return true;
  return std::holds_alternative<output::Alarm>(a) || std::holds_alternative<output::Alarm>(b);
}

std::string_view requirement_against(const Output& happened, const Setting& setting) {
  return std::visit(Against{setting}, happened);
}

}  // namespace uketsuke::conformance
