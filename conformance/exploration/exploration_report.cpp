#include "conformance/exploration/exploration_report.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <chrono>

#include "conformance/exploration/explore.h"
#include "conformance/exploration/graph.h"

namespace uketsuke::conformance {

namespace {

void print_figures(std::ostream& out, const Exploration& seen, double seconds) {
  fmt::print(out, "{} variants: policy periods, site settings, kinds of card, ages and kinds of reader\n",
             seen.variants);
  fmt::print(
      out, "{} states ({} different ones), {} situations, {} steps, {} kinds of transition; {:.1f} s\n",
      seen.states, seen.distinct_states, seen.situations, seen.steps, seen.transitions.size(), seconds);
  fmt::print(out, "invariants broken: {}; states that cannot reach idle: {}\n", seen.broken.size(),
             seen.stuck.size());
  for (const auto& example : seen.broken) {
    fmt::print(out, "  {} {}\n    {}\n    {}\n", example.violation.requirement, example.violation.message,
               example.variant, fmt::join(example.path, ", "));
  }
  for (const std::string& state : seen.stuck) fmt::print(out, "  stuck: {}\n", state);
}

}  // namespace

bool report_exploration(std::ostream& out, const Rules& rules, const ExplorationWishes& wishes,
                        const CaseFinder& find) {
  const auto begin = std::chrono::steady_clock::now();
  const Exploration seen = explore(of_site(all_variants(rules), wishes.asks));
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  if (wishes.figures) print_figures(out, seen, seconds);
  if (!wishes.graph.empty()) {
    write_graph(to_dot(seen, "The reception as the reference engine has it"), wishes.graph);
    fmt::print(out, "states: {}\n", wishes.graph.string());
  }
  if (!wishes.records.empty()) print_coverage(out, seen, wishes.records, rules, find);
  return seen.broken.empty() && seen.stuck.empty();
}

}  // namespace uketsuke::conformance
