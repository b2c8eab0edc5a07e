#pragma once

#include <filesystem>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "record/words/service_words.h"
#include "scenarios/model/service.h"

namespace uketsuke::sim {

/// What the service does with a certificate whose revocation status it cannot learn.
UKETSUKE_ENUM(UnusableStatement,
              silent,     ///< does not answer
              untrusted,  ///< refuses the certificate
)

/// What the service does with a request that arrives after its reader has given up.
UKETSUKE_ENUM(LateRequests,
              dropped,      ///< does nothing and does not answer
              carried_out,  ///< acts as if the request had come in time
)

/// Rules of the service that are in no card and no reader (service_rules.yaml). Months count from the
/// certificate's last day.
struct ServiceRules {
  int expires_soon_months = 0;
  int grace_months = 0;        ///< how long eligibility is answered after a card's certificate has expired
  int phone_grace_months = 0;  ///< how long eligibility is answered after a phone's certificate has expired
  std::chrono::seconds consent_life{};
  int health_checkup_age = 0;
  Date medical_aid_from{};
  /// Answer about a person whose only entry is medical aid, if the medical aid cannot be confirmed.
  record::Validity medical_aid_unconfirmed = record::Validity::none;
  scenario::RevocationSource revocation = scenario::RevocationSource::crl;
  std::chrono::seconds statement_life{};
  std::chrono::seconds clock_leeway{};
  UnusableStatement unusable_statement = UnusableStatement::silent;
  LateRequests late_requests = LateRequests::dropped;
};

/// @throws InputError
ServiceRules load_service_rules(const std::filesystem::path& file);

}  // namespace uketsuke::sim
