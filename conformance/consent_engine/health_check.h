#pragma once

#include <cstdint>

#include "base/enum_names.h"

namespace uketsuke::conformance {

/// Which health check there can be information about (leaflet, step 3-2).
enum class HealthCheck : std::uint8_t {
  none,          ///< too young for one
  specific,      ///< 特定健診
  late_elderly,  ///< 後期高齢者健診
};

constexpr auto enum_names(HealthCheck) {
  return EnumNames<HealthCheck, 3>{{{HealthCheck::none, "none"},
                                    {HealthCheck::specific, "specific"},
                                    {HealthCheck::late_elderly, "late_elderly"}}};
}

}  // namespace uketsuke::conformance
