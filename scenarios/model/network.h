#pragma once

#include <optional>

#include "base/calendar.h"
#include "base/enum_names.h"

namespace uketsuke::scenario {

/// What a reader asks of the service: a question with its answer, or an order with its confirmation.
UKETSUKE_ENUM(Exchange, certificate, registration, enroll UKETSUKE_NAME("register"), eligibility, consent)

/// What goes wrong with one exchange: the next one, or the next of a kind.
struct ExchangeFault {
  std::optional<Exchange> of;               ///< none: whatever comes next
  bool lose_request = false;                ///< the service never learns of it
  bool lose_answer = false;                 ///< the service has acted, and the reader never learns of it
  std::optional<Duration> duplicate_after;  ///< the answer comes a second time, so long after the first
  std::optional<Duration> delay;            ///< instead of the usual one; half of it each way
};

/// `network: down`, `network: up`, `network: { down_for: 20s }`, `network: { lose: answer, of: consent }`
struct NetworkChange {
  std::optional<bool> up;
  std::optional<Duration> down_for;  ///< down from now on, and up again by itself
  std::optional<ExchangeFault> fault;
};

}  // namespace uketsuke::scenario
