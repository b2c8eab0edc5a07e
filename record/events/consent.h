#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/words/consent_words.h"

// Events: consent and release. See record/events.h.

namespace uketsuke::record {

/// The service stored the patient's answer about one category. Times are `yyyyMMddHHmmss`, Japan; absent if
/// refused.
struct ConsentRecorded {
  static constexpr std::string_view kKind = "consent_recorded";
  std::string patient;
  Category category{};
  bool given = false;
  std::optional<std::string> consent_time;
  std::optional<std::string> available_time;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
    visit("category", self.category);
    visit("given", self.given);
    visit("consent_time", self.consent_time);
    visit("available_time", self.available_time);
  }
};

/// The service stored which form of prescription the patient wants.
struct PrescriptionFormChosen {
  static constexpr std::string_view kKind = "prescription_form_chosen";
  std::string patient;
  PrescriptionForm form{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
    visit("form", self.form);
  }
};

/// Information went to the doctor or pharmacist.
struct DataReleased {
  static constexpr std::string_view kKind = "data_released";
  std::string patient;
  Category category{};
  bool any = true;  ///< false: there was nothing to release; under 40 there is no health check
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
    visit("category", self.category);
    visit("any", self.any);
  }
};

}  // namespace uketsuke::record
