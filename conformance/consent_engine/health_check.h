#pragma once

#include <cstdint>

#include "base/enum_names.h"

namespace uketsuke::conformance {

/// The health check that a patient can have information about (leaflet, step 3-2).
UKETSUKE_BYTE_ENUM(HealthCheck,
                   none,          ///< too young for a health check
                   specific,      ///< 特定健診
                   late_elderly,  ///< 後期高齢者健診
)

}  // namespace uketsuke::conformance
