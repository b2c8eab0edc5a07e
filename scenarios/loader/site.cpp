#include "scenarios/loader/site.h"

#include <fmt/format.h>

#include <array>

#include "scenarios/loader/words.h"

namespace uketsuke::scenario {

using yaml::Map;
using yaml::Value;

namespace {

/// Medical information only: eligibility is never asked for, and a reader has no switch for the limit.
bool is_asked(record::Category category) {
  switch (category) {
    case record::Category::diagnosis_info:
    case record::Category::pharmacists_info:
    case record::Category::operation_info:
    case record::Category::specific_health_checkups_info:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::set<record::Category> read_switches(const Value& value) {
  using record::Category;
  constexpr std::array kSwitches{Category::operation_info, Category::diagnosis_info,
                                 Category::pharmacists_info, Category::specific_health_checkups_info};
  const std::string text = value.text();
  const bool well_formed =
      text.size() == kSwitches.size() && text.find_first_not_of("01") == std::string::npos;
  if (!well_formed) {
    value.fail(InputProblem::bad_value,
               fmt::format("\"{}\" is not four switches, 0 or 1, in the order OperationInfo, DiagnosisInfo, "
                           "PharmacistsInfo, SpecificHealthCheckupsInfo; the factory setting is \"0011\"",
                           text));
  }
  std::set<Category> asks;
  for (std::size_t i = 0; i < kSwitches.size(); ++i) {
    if (text[i] == '1') asks.insert(kSwitches[i]);
  }
  return asks;
}

Site read_site(const Value& document, const std::string& id) {
  Map map = document.map();
  Site site;
  const Value name = map.required("site");
  site.id = name_of(name);
  if (site.id != id) {
    name.fail(InputProblem::bad_value,
              fmt::format("\"{}\" is in the file of \"{}\"; rename one of them", site.id, id));
  }
  site.title = map.required("title").bilingual();
  site.kind = map.required("kind").one_of<SiteKind>();
  site.reader = name_of(map.required("reader"));
  const Value asks = map.required("asks");
  site.asks = set_of<record::Category>(asks);
  for (const Value& item : asks.items()) {
    if (!is_asked(item.one_of<record::Category>())) {
      item.fail(InputProblem::bad_value,
                fmt::format("\"{}\" is not a category that a site can switch on", item.text()));
    }
  }
  if (const auto form = map.optional("asks_prescription_form")) site.asks_prescription_form = form->boolean();
  if (const auto aid = map.optional("medical_aid")) site.medical_aid = aid->boolean();
  if (const auto delay = map.optional("network_delay")) site.network_delay = delay->duration();
  map.finish();
  return site;
}

}  // namespace uketsuke::scenario
