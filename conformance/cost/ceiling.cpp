#include "conformance/cost/ceiling.h"

#include <fmt/format.h>

#include <algorithm>

namespace uketsuke::conformance::cost {

namespace {

Yen part(Yen amount, bool halved) { return halved ? amount / 2 : amount; }

/// A ceiling that is a fixed amount.
CeilingAmount flat(Yen amount, bool halved, const std::string& what) {
  CeilingAmount ceiling;
  ceiling.amount = part(amount, halved);
  ceiling.formula = halved ? fmt::format("{} / 2", format_yen(amount)) : format_yen(amount);
  ceiling.what = what;
  return ceiling;
}

/// A cost below the threshold counts as the threshold (健康保険法施行令 art. 42).
CeilingAmount with_excess(Yen base, const Excess& excess, Yen cost) {
  const Yen above = std::max<Yen>(cost - excess.threshold, 0);
  CeilingAmount ceiling;
  ceiling.amount = base + percent_of(above, excess.percent);
  ceiling.formula = above == 0 ? fmt::format("{} (costs up to {} add nothing)", format_yen(base),
                                             format_yen(excess.threshold))
                               : fmt::format("{} + ({} - {}) × {} %{}", format_yen(base), format_yen(cost),
                                             format_yen(excess.threshold), excess.percent,
                                             has_sen(above, excess.percent) ? ", to the nearest yen" : "");
  return ceiling;
}

}  // namespace

CeilingAmount normal_ceiling(const Ceiling& ceiling, Yen cost, bool halved) {
  if (!ceiling.excess) return flat(ceiling.base, halved, "");
  const Excess excess{part(ceiling.excess->threshold, halved), ceiling.excess->percent};
  return with_excess(part(ceiling.base, halved), excess, cost);
}

CeilingAmount multiple_ceiling(const Ceiling& ceiling, bool halved) {
  return flat(*ceiling.multiple, halved, "from the 4th month (多数回)");
}

CeilingAmount outpatient_ceiling(const Ceiling& ceiling, bool halved) {
  return flat(*ceiling.outpatient, halved, "outpatient");
}

CeilingAmount relief_ceiling(const OutpatientRelief& relief, Yen cost, bool halved) {
  CeilingAmount formula = with_excess(relief.base, relief.excess, cost);
  CeilingAmount most = flat(relief.at_most, halved, "");
  CeilingAmount& lower = formula.amount <= most.amount ? formula : most;
  lower.what = "outpatient, relief for 2割 (配慮措置)";
  return lower;
}

}  // namespace uketsuke::conformance::cost
