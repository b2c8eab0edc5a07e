#include "crosscheck/comparison_report.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <chrono>

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/nearest.h"
#include "conformance/rules/rules.h"
#include "crosscheck/as_scenario.h"
#include "crosscheck/product.h"

namespace uketsuke::crosscheck {

using reader::Defect;

namespace {

/// Whether the search can copy a defect's state. It cannot for a defect with memory (the last consent,
/// whether a screen timed out). A defect that ends the process would end the search.
bool comparable(Defect defect) {
  return defect != Defect::crashes && defect != Defect::hangs && defect != Defect::reuses_last_consent &&
         defect != Defect::keeps_phone && defect != Defect::timeout_counts_as_consent;
}

std::optional<Defect> defect_named(const std::string& name) {
  if (name.empty()) return std::nullopt;
  const Place place{"uketsuke rules --plant"};
  const auto defect = from_name<Defect>(name);
  if (!defect) {
    throw InputError(InputProblem::unknown_name, place,
                     fmt::format("unknown defect \"{}\"{}", name, suggestion(name, names_of<Defect>())));
  }
  if (!comparable(*defect)) {
    throw InputError(InputProblem::bad_value, place,
                     fmt::format("\"{}\" cannot be explored; use uketsuke run --plant {}", name, name));
  }
  return defect;
}

}  // namespace

bool report_comparison(std::ostream& out, const conformance::Rules& rules,
                       const reader::ReaderCatalogue& readers, const ComparisonWishes& wishes) {
  const auto defect = defect_named(wishes.plant);
  const auto begin = std::chrono::steady_clock::now();
  const Comparison seen = compare(conformance::of_site(conformance::variants_of_one_age(rules), wishes.asks),
                                  rules, readers, defect);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  fmt::print(out,
             "firmware and reference engine: {} variants, {} states, {} steps, {} differences; {:.1f} s\n",
             seen.variants, seen.states, seen.steps, seen.differences.size(), seconds);
  if (!seen.differences.empty()) std::filesystem::create_directories(wishes.out);
  int number = 0;
  for (const Difference& difference : seen.differences) {
    const std::string name = fmt::format("difference-{}", ++number);
    const std::filesystem::path file = wishes.out / (name + ".yaml");
    write_file(file, as_scenario(difference, name));
    std::string path;
    for (const WorldEvent& event : difference.path) path += (path.empty() ? "" : ", ") + to_string(event);
    fmt::print(out, "{} {}\n  {}\n  {}\n  {}\n", difference.finding.requirement, difference.finding.message,
               difference.variant.name(), path, file.string());
  }
  return seen.differences.empty();
}

}  // namespace uketsuke::crosscheck
