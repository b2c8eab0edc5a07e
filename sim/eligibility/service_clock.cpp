#include "sim/eligibility/service_clock.h"

#include <algorithm>

namespace uketsuke::sim {

ServiceClock::ServiceClock(Duration ahead) : ahead_(ahead), shown_(DateTime::min()) {}

DateTime ServiceClock::read(DateTime true_time) {
  shown_ = std::max(shown_, true_time + std::chrono::floor<std::chrono::seconds>(ahead_));
  return shown_;
}

}  // namespace uketsuke::sim
