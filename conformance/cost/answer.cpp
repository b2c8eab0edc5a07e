#include "conformance/cost/answer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"

namespace uketsuke::conformance::cost {

namespace {

template <class Rule>
const std::pair<Period, Rule>& entry_on(const Timeline<Rule>& timeline, Date day) {
  const Rule& rule = timeline.on(day);  // throws if no rule holds
  const auto& entries = timeline.entries();
  return *std::find_if(entries.begin(), entries.end(),
                       [&rule](const auto& entry) { return &entry.second == &rule; });
}

std::string days_of(const Period& period) {
  return period.until ? fmt::format("from {} to {}", format_date(period.from), format_date(*period.until))
                      : fmt::format("from {}", format_date(period.from));
}

const Ceiling& ceiling_of(const Period& period, const CeilingRule& rule, const Question& question,
                          const MoneyParameters& parameters) {
  const IncomeClass income_class = question.income_class;
  if (unmarked(income_class) != income_class && !parameters.marked_classes_as_unmarked) {
    refuse("--class", fmt::format("no ceiling is public for {} (marked_classes_as_unmarked is false)",
                                  to_name(income_class)));
  }
  const auto found = rule.of.find(ceiling_class(income_class));
  if (found == rule.of.end()) {
    throw InputError(
        InputProblem::bad_value, period.place,
        fmt::format("{} for class {} {}", rule.left_out, to_name(income_class), days_of(period)));
  }
  if (question.multiple && !found->second.multiple) {
    throw InputError(InputProblem::bad_value, period.place,
                     fmt::format("{} for the 4th month (多数回) of class {} {}", rule.left_out,
                                 to_name(income_class), days_of(period)));
  }
  return found->second;
}

/// Refuses a question that leaves open which ceiling is meant.
void check_care(const Question& question, const Ceiling& ceiling) {
  if (!ceiling.outpatient) return;
  const std::string_view name = to_name(question.income_class);
  if (!question.care) {
    refuse("--outpatient", fmt::format("or --household needed: {} has a ceiling for each, {} and {}", name,
                                       format_yen(*ceiling.outpatient), format_yen(ceiling.base)));
  }
  if (question.care == Care::outpatient && question.multiple)
    refuse("--multiple", fmt::format("{} has no lower ceiling for outpatients", name));
}

CeilingAmount ceiling_amount(const Question& question, const Ceiling& ceiling, const Standing& standing,
                             const ShareRule& shares, bool halved) {
  if (question.care == Care::outpatient && ceiling.outpatient) {
    return standing.relief ? relief_ceiling(*shares.relief, question.total, halved)
                           : outpatient_ceiling(ceiling, halved);
  }
  return question.multiple ? multiple_ceiling(ceiling, halved)
                           : normal_ceiling(ceiling, question.total, halved);
}

/// Whether it may be the month of the 75th birthday, and the question does not say.
bool may_be_halved(const Question& question, const AgeLimits& limits) {
  if (question.born || is_under_70(question.income_class)) return false;
  return !question.age || *question.age == limits.from_birthday || *question.age == limits.from_birthday - 1;
}

std::vector<std::string> notes_of(const Question& question, const Standing& standing,
                                  const Ceiling& ceiling) {
  std::vector<std::string> notes;
  if (standing.group_assumed)
    notes.emplace_back("age not given: taken as school age to 69 (a preschool child pays less)");
  if (unmarked(question.income_class) != question.income_class) {
    notes.push_back(fmt::format("ceiling of {}: parameter marked_classes_as_unmarked",
                                to_name(unmarked(question.income_class))));
  }
  if (question.care == Care::outpatient && ceiling.outpatient_year) {
    notes.push_back(fmt::format("no more than {} for visits from August to July; months are not added up",
                                format_yen(*ceiling.outpatient_year)));
  }
  if (ceiling.year) {
    notes.push_back(
        fmt::format("no more than {} a year; months are not added up", format_yen(*ceiling.year)));
  }
  return notes;
}

}  // namespace

Answer answer(const MoneyRules& rules, const Question& question) {
  const auto& [ceiling_period, ceilings] = entry_on(rules.ceilings, question.day);
  const auto& [share_period, shares] = entry_on(rules.shares, question.day);
  const Ceiling& ceiling = ceiling_of(ceiling_period, ceilings, question, rules.parameters);
  Answer answer{question, standing_of(question, shares), 0, {}, 0, 0, {}, share_period, ceiling_period};
  check_care(question, ceiling);
  const bool halved = ceilings.halved_in_birthday_75_month && question.born &&
                      is_month_of_two_insurers(shares.ages, *question.born, question.day);
  answer.share = percent_of(question.total, answer.standing.share, rules.parameters.share_rounding);
  answer.ceiling = ceiling_amount(question, ceiling, answer.standing, shares, halved);
  answer.paid = std::min(answer.share, answer.ceiling.amount);
  answer.refund = answer.share - answer.paid;
  answer.notes = notes_of(question, answer.standing, ceiling);
  if (halved) {
    answer.notes.emplace_back(
        "month of the 75th birthday: each of two insurers has half the person's ceiling");
  } else if (may_be_halved(question, shares.ages)) {
    answer.notes.emplace_back("without --born the month of the 75th birthday is not seen");
  }
  return answer;
}

}  // namespace uketsuke::conformance::cost
