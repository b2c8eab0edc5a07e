#include "conformance/rules/pages/pages.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>

namespace uketsuke::conformance {

namespace {

std::string days_of(const Period& period) {
  return period.until ? fmt::format("{} to {}", format_date(period.from), format_date(*period.until))
                      : fmt::format("from {}", format_date(period.from));
}

std::string in_words(const RulePages::Line& line) {
  return line.first.empty() ? "- " + line.second : line.first + ": " + line.second;
}

}  // namespace

void print_rules(std::ostream& out, const std::vector<RulePages>& book, Date day) {
  bool any = false;
  std::vector<std::string> not_yet;
  for (const RulePages& pages : book) {
    const auto& entries = pages.periods.entries();
    const auto page =
        std::find_if(entries.begin(), entries.end(), [&](const auto& one) { return one.first.holds(day); });
    if (page == entries.end()) {
      not_yet.push_back(
          day < entries.front().first.from
              ? fmt::format("{} (begins on {})", pages.topic, format_date(entries.front().first.from))
              : fmt::format("{} (ended on {})", pages.topic, format_date(*entries.back().first.until)));
      continue;
    }
    fmt::print(out, "{}{}  {}  [{}]\n", any ? "\n" : "", pages.topic, days_of(page->first),
               to_name(page->first.certainty));
    for (const auto& line : page->second) fmt::print(out, "  {}\n", in_words(line));
    fmt::print(out, "  source: {}\n", page->first.source);
    any = true;
  }
  if (!any) {
    Date first = book.front().periods.entries().front().first.from;
    for (const RulePages& pages : book) first = std::min(first, pages.periods.entries().front().first.from);
    throw InputError(InputProblem::bad_value, book.front().periods.entries().front().first.place,
                     fmt::format("no rule is in force on {}; the first begins on {}", format_date(day),
                                 format_date(first)));
  }
  if (!not_yet.empty())
    fmt::print(out, "\nnot in force on {}: {}\n", format_date(day), fmt::join(not_yet, ", "));
}

void print_changes(std::ostream& out, const std::vector<RulePages>& book, Date earlier, Date later) {
  const auto changes = changes_between(book, earlier, later);
  if (changes.empty())
    fmt::print(out, "no rule differs between {} and {}\n", format_date(earlier), format_date(later));
  for (const auto& change : changes) {
    fmt::print(out, "{}\n", change.topic);
    for (const auto& line : change.gone) fmt::print(out, "- {}\n", in_words(line));
    for (const auto& line : change.come) fmt::print(out, "+ {}\n", in_words(line));
    if (!change.source.empty()) fmt::print(out, "  source: {}\n", change.source);
  }
}

void print_unknown(std::ostream& out, const std::vector<RulePages>& book,
                   const std::vector<ParameterInfo>& parameters) {
  fmt::print(out, "Not public; a parameter with this default is used instead:\n\n");
  std::size_t widest = 0;
  for (const auto& one : parameters) widest = std::max(widest, one.name.size());
  for (const auto& one : parameters) {
    fmt::print(out, "{:{}}  {}{}{}\n", one.name, widest, one.value, one.unit.empty() ? "" : " ", one.unit);
    fmt::print(out, "{:{}}  {}\n{:{}}  {}\n", "", widest, one.why_unknown.en, "", widest, one.why_unknown.ja);
  }
  bool head = false;
  for (const RulePages& pages : book) {
    for (const auto& [period, lines] : pages.periods.entries()) {
      if (period.certainty == Certainty::seen) continue;
      if (!head) fmt::print(out, "\nRules without an official text as their source:\n\n");
      head = true;
      fmt::print(out, "{}  {}  [{}]  {}\n", pages.topic, days_of(period), to_name(period.certainty),
                 period.source);
    }
  }
}

}  // namespace uketsuke::conformance
