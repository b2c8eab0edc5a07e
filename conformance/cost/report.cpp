#include "conformance/cost/report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace uketsuke::conformance::cost {

namespace {

using nlohmann::json;

std::string line(const std::string& what, Yen amount, const std::string& remark) {
  return fmt::format("  {:<20}{:>14}{}{}\n", what, format_yen(amount), remark.empty() ? "" : "  ", remark);
}

std::string rule_line(const char* what, const Period& period) {
  return fmt::format("{} {} to {} [{}]: {}\n", what, format_date(period.from),
                     period.until ? format_date(*period.until) : "further notice", to_name(period.certainty),
                     period.source);
}

json rule_json(const Period& period) {
  return {{"from", format_date(period.from)},
          {"until", period.until ? json(format_date(*period.until)) : json()},
          {"certainty", to_name(period.certainty)},
          {"source", period.source}};
}

std::string age_in_words(const Standing& standing) {
  return standing.group ? std::string(in_words(*standing.group)) : "70 and over";
}

}  // namespace

std::string as_text(const Answer& answer) {
  const Question& question = answer.question;
  const CeilingAmount& ceiling = answer.ceiling;
  std::string text =
      fmt::format("{} ({}), {}, {}\n", to_name(question.income_class), code_of(question.income_class),
                  age_in_words(answer.standing), format_date(question.day));
  text += line("cost of treatment", question.total, "10割");
  text += line("share", answer.share, fmt::format("{}割", answer.standing.share / 10));
  text += line("ceiling", ceiling.amount,
               fmt::format("{}{}", ceiling.formula, ceiling.what.empty() ? "" : "; " + ceiling.what));
  text += line("to pay", answer.paid, "");
  text += line("refund", answer.refund, "to a patient who paid the share in full");
  for (const std::string& note : answer.notes) text += fmt::format("note: {}\n", note);
  text += rule_line("ceilings", answer.ceiling_period);
  text += rule_line("shares  ", answer.share_period);
  return text;
}

std::string as_json(const Answer& answer) {
  const Question& question = answer.question;
  const auto group = answer.standing.group;
  const json object = {
      {"class", to_name(question.income_class)},
      {"code", code_of(question.income_class)},
      {"age_group", group ? json(to_name(*group)) : json()},
      {"date", format_date(question.day)},
      {"total", question.total},
      {"share_percent", answer.standing.share},
      {"share", answer.share},
      {"ceiling", answer.ceiling.amount},
      {"ceiling_formula", answer.ceiling.formula},
      {"ceiling_kind", answer.ceiling.what},
      {"paid", answer.paid},
      {"refund", answer.refund},
      {"notes", answer.notes},
      {"rules",
       {{"ceilings", rule_json(answer.ceiling_period)}, {"shares", rule_json(answer.share_period)}}}};
  return object.dump(2) + "\n";
}

}  // namespace uketsuke::conformance::cost
