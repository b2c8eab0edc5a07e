#pragma once

#include <optional>

#include "base/calendar.h"
#include "base/enum_names.h"

namespace uketsuke::scenario {

/// An exchange of a reader with the service: a question and its answer, or an order and its confirmation.
UKETSUKE_ENUM(Exchange, certificate, registration, enroll UKETSUKE_NAME("register"), eligibility, consent)

/// A fault of one exchange: the next one, or the next of a kind.
struct ExchangeFault {
  std::optional<Exchange> of;               ///< none: the next exchange of any kind
  bool lose_request = false;                ///< the service never receives it
  bool lose_answer = false;                 ///< the service has acted, but the reader never learns of it
  std::optional<Duration> duplicate_after;  ///< the answer is delivered again this long after the first time
  std::optional<Duration> delay;            ///< replaces the usual delay; half of it each way
};

/// `network: down`, `network: up`, `network: { down_for: 20s }`, `network: { lose: answer, of: consent }`
struct NetworkChange {
  std::optional<bool> up;
  std::optional<Duration> down_for;  ///< down from now on, then up again automatically
  std::optional<ExchangeFault> fault;
};

}  // namespace uketsuke::scenario
