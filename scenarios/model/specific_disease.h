#pragma once

#include <optional>

#include "base/calendar.h"
#include "base/enum_names.h"

namespace uketsuke::scenario {

/// The disease of a 特定疾病療養受療証: 1, 2 and 3 of the eligibility result (OQSCD013).
UKETSUKE_ENUM(SpecificDisease,
              dialysis,         ///< 人工透析
              clotting_factor,  ///< 血液凝固因子障害
              hiv,              ///< 抗ウイルス剤を投与している後天性免疫不全症候群
)

/// A 特定疾病療養受療証, as in the registry.
struct SpecificDiseaseCertificate {
  SpecificDisease disease{};
  Date from{};
  std::optional<Date> until;    ///< last day; none: no end
  std::optional<int> self_pay;  ///< monthly maximum that its holder pays, in yen

  bool in_force(Date day) const { return from <= day && (!until || day <= *until); }
};

}  // namespace uketsuke::scenario
