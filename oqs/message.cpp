#include "oqs/message.h"

namespace uketsuke::oqs {

// AvailableTime is the next day at the same second. Sources: samples of 2023 and 2024 in public programs, and
// the ministry's answer that a consent is valid for 24 hours.
Consent Consent::given(DateTime at) { return {"1", at, at + std::chrono::hours(24)}; }

// According to the samples, a flag of 0 has neither time.
Consent Consent::refused() { return {"0", std::nullopt, std::nullopt}; }

}  // namespace uketsuke::oqs
