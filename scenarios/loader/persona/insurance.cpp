#include "scenarios/loader/persona/insurance.h"

#include <fmt/format.h>

#include "scenarios/loader/words.h"

namespace uketsuke::scenario {

using yaml::Map;
using yaml::Value;

namespace {

/// Pads insurer numbers shorter than eight digits with spaces on the left, as in the on-line eligibility
/// result.
std::string insurer_number(const Value& value) {
  const std::string text = value.text();
  if (text.empty() || text.size() > 8 || !all_digits(text)) {
    value.fail(InputProblem::bad_value, fmt::format("\"{}\" is not an insurer number (1 to 8 digits)", text));
  }
  return fmt::format("{:>8}", text);
}

Date from_first_day(const Value& value, Date first) {
  const Date day = value.date();
  if (day < first) {
    value.fail(InputProblem::bad_value, fmt::format("{} is before the first day of membership ({})",
                                                    format_date(day), format_date(first)));
  }
  return day;
}

Insurance read_insurance(const Value& value) {
  Map map = value.map();
  Insurance insurance;
  if (const auto kind = map.optional("kind")) insurance.kind = kind->one_of<InsuranceKind>();
  insurance.insurer_number = insurer_number(map.required("insurer_number"));
  insurance.insurer_name = map.required("insurer_name").text();
  if (const auto symbol = map.optional("symbol")) insurance.symbol = symbol->text();
  insurance.number = map.required("number").text();
  const Value branch = map.required("branch");
  insurance.branch = branch.text();
  if (insurance.branch.size() != 2 || !all_digits(insurance.branch)) {
    branch.fail(InputProblem::bad_value, "a branch number (枝番) has 2 digits");
  }
  insurance.from = map.required("from").date();
  if (const auto until = map.optional("until")) insurance.until = from_first_day(*until, insurance.from);
  if (const auto day = map.optional("registered_on")) insurance.registered_on = day->date();
  if (const auto reason = map.optional("reason_of_loss")) {
    if (!insurance.until) {
      reason->fail(InputProblem::bad_value, "needs \"until\": this membership has not ended");
    }
    insurance.reason_of_loss = reason->one_of<LossReason>();
  }
  map.finish();
  return insurance;
}

}  // namespace

std::vector<Insurance> read_insurances(const Value& value) {
  std::vector<Insurance> read;
  for (const Value& item : value.items()) read.push_back(read_insurance(item));
  return read;
}

}  // namespace uketsuke::scenario
