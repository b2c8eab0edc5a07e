#include "scenarios/loader/script/network.h"

#include <fmt/format.h>

#include "scenarios/loader/script/script_words.h"

namespace uketsuke::scenario {

using yaml::Map;
using yaml::Value;

namespace {

/// Reads one half of an exchange; `lose` accepts both, `duplicate` only the answer.
bool is_answer(const Value& value, bool request_too) {
  const auto half = from_name<ExchangeHalf>(value.text());
  if (half == ExchangeHalf::answer) return true;
  if (half == ExchangeHalf::request && request_too) return false;
  value.fail(InputProblem::bad_value,
             fmt::format("{}; found \"{}\"",
                         request_too ? "expected \"request\" or \"answer\""
                                     : "expected \"answer\", the only message that can be duplicated",
                         value.text()));
}

void read_loss(const Value& lose, ExchangeFault& fault) {
  (is_answer(lose, true) ? fault.lose_answer : fault.lose_request) = true;
}

}  // namespace

bool read_network_up(const Value& value) {
  if (const auto line = from_name<LineState>(value.text())) return *line == LineState::up;
  value.fail(InputProblem::bad_value, fmt::format("expected \"up\" or \"down\", found \"{}\"", value.text()));
}

NetworkChange read_network(const Value& value) {
  NetworkChange change;
  if (!value.is_map()) {
    change.up = read_network_up(value);
    return change;
  }
  Map map = value.map();
  ExchangeFault fault;
  if (const auto time = map.optional("down_for")) change.down_for = time->duration();
  const auto lose = map.optional("lose");
  if (lose) read_loss(*lose, fault);
  const auto duplicate = map.optional("duplicate");
  if (duplicate) {
    is_answer(*duplicate, false);
    fault.duplicate_after = Duration{};
  }
  if (const auto after = map.optional("after")) {
    if (!duplicate)
      after->fail(InputProblem::bad_value,
                  "\"after\" needs \"duplicate\": it says when the second answer comes");
    fault.duplicate_after = after->duration();
  }
  if (const auto delay = map.optional("delay")) fault.delay = delay->duration();
  const bool faulty = lose || duplicate || fault.delay;
  if (const auto of = map.optional("of")) {
    if (!faulty)
      of->fail(InputProblem::bad_value,
               "\"of\" needs \"lose\", \"duplicate\" or \"delay\": it names the exchange");
    fault.of = of->one_of<Exchange>();
  }
  map.finish();
  if (lose && duplicate) value.fail(InputProblem::bad_value, "\"lose\" and \"duplicate\" exclude each other");
  if (faulty && change.down_for) {
    value.fail(InputProblem::bad_value, "\"down_for\" excludes the other keys, which concern one exchange");
  }
  if (!faulty && !change.down_for) value.fail(InputProblem::empty, "changes nothing; name what goes wrong");
  if (faulty) change.fault = fault;
  return change;
}

}  // namespace uketsuke::scenario
