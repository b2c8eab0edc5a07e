#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/words/service_words.h"

// Events: certificate, registration, eligibility. See record/events.h.

namespace uketsuke::record {

struct CertificateChecked {
  static constexpr std::string_view kKind = "certificate_checked";
  std::string patient;  ///< pseudonym of the holder; empty if the service does not know them
  CertificateStatus status{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
    visit("status", self.status);
  }
};

/// Whether the card is registered for use as insurance card (利用登録).
struct RegistrationChecked {
  static constexpr std::string_view kKind = "registration_checked";
  std::string patient;
  bool registered = false;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
    visit("registered", self.registered);
  }
};

struct Registered {
  static constexpr std::string_view kKind = "registered";
  std::string patient;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
  }
};

struct EligibilityAnswered {
  static constexpr std::string_view kKind = "eligibility_answered";
  std::string patient;
  Validity validity{};
  std::string insurer;  ///< number of the insurer whose insurance is in force; empty if there is none
  /// True: there is a 特定疾病療養受療証 to ask about; the disease is never told. Absent: there is none.
  std::optional<bool> specific_disease_certificate = {};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
    visit("validity", self.validity);
    visit("insurer", self.insurer);
    visit("specific_disease_certificate", self.specific_disease_certificate);
  }
};

/// A request got no answer within the reader's patience.
struct ServiceTimedOut {
  static constexpr std::string_view kKind = "service_timed_out";
  std::string request;  ///< certificate, registration, eligibility, consent
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("request", self.request);
  }
};

}  // namespace uketsuke::record
