#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "reader_model/firmware/flow/flow.h"

namespace uketsuke::reader {

/// A flow and what it ordered since the last `told`.
class FlowDriver {
 public:
  explicit FlowDriver(const FlowSettings& settings) : flow(settings) {}

  Flow flow;
  Actions ordered;

  FlowDriver& tell(const Input& input) {
    ordered = flow.handle(input);
    return *this;
  }

  /// The orders of one kind, in order.
  template <class Kind>
  std::vector<Kind> all() const {
    std::vector<Kind> found;
    for (const Action& action : ordered) {
      if (const auto* order = std::get_if<Kind>(&action)) found.push_back(*order);
    }
    return found;
  }
  template <class Kind>
  bool has() const {
    return !all<Kind>().empty();
  }
  std::vector<record::Screen> screens() const {
    std::vector<record::Screen> shown;
    for (const auto& show : all<action::Show>()) shown.push_back(show.screen);
    return shown;
  }
  std::vector<record::Button> buttons() const { return all<action::Show>().back().buttons; }

  FlowDriver& card_read() {
    tell(input::CardIn{});
    return tell(input::CardIdentified{record::CardKind::individual_number});
  }
  FlowDriver& identified_by_face() {
    card_read();
    tell(input::Touched{record::Button::face});
    tell(input::FaceReady{});
    return tell(input::FaceJudged{record::FaceResult::match});
  }
  FlowDriver& insured(record::CertificateStatus status = record::CertificateStatus::valid) {
    identified_by_face();
    tell(input::CertificateAnswer{status});
    if (flow.stage() == Stage::notice) tell(input::Touched{record::Button::confirm});
    tell(input::RegistrationAnswer{true});
    return tell(input::EligibilityAnswer{record::Validity::valid});
  }
  /// Insured, and the holder of a 特定疾病療養受療証.
  FlowDriver& holder(record::CertificateStatus status = record::CertificateStatus::valid) {
    identified_by_face();
    tell(input::CertificateAnswer{status});
    if (flow.stage() == Stage::notice) tell(input::Touched{record::Button::confirm});
    tell(input::RegistrationAnswer{true});
    return tell(input::EligibilityAnswer{record::Validity::valid, true});
  }
};

inline FlowSettings after_reform() {
  FlowSettings settings;
  settings.consent_all = true;
  settings.limit_screen = false;
  settings.consent_order = {record::Screen::consent_medicines, record::Screen::consent_operations,
                            record::Screen::consent_health_checkups};
  settings.asks = {record::Category::pharmacists_info, record::Category::specific_health_checkups_info};
  return settings;
}

inline FlowSettings before_reform() {
  FlowSettings settings = after_reform();
  settings.consent_all = false;
  settings.limit_screen = true;
  settings.disease = DiseaseQuestion::after_limit;
  return settings;
}

}  // namespace uketsuke::reader
