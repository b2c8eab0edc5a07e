#pragma once

#include <filesystem>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "record/words/service_words.h"
#include "scenarios/model/service.h"

namespace uketsuke::sim {

/// What the service does with a certificate whose revocation it cannot find out about.
UKETSUKE_ENUM(UnusableStatement,
              silent,     ///< gives no answer
              untrusted,  ///< refuses the certificate
)

/// What the service does with a request that arrives when its reader has given up waiting.
UKETSUKE_ENUM(LateRequests,
              dropped,      ///< does nothing, and answers nothing
              carried_out,  ///< acts as if it had come in time
)

/// Rules of the service that no card and no reader knows (service_rules.yaml). Months count from the
/// certificate's last day.
struct ServiceRules {
  int expires_soon_months = 0;
  int grace_months = 0;        ///< eligibility is still answered that long after the certificate expired
  int phone_grace_months = 0;  ///< the same for the certificate in a phone
  std::chrono::seconds consent_life{};
  int health_checkup_age = 0;
  Date medical_aid_from{};
  /// Answered to somebody on medical aid of whom nothing else is on file, where it cannot be confirmed.
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
