#include "scenarios/loader/site.h"

#include <fmt/format.h>

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

Site read_site(const Value& document, const std::string& id) {
  Map map = document.map();
  Site site;
  const Value name = map.required("site");
  site.id = name_of(name);
  if (site.id != id) {
    name.fail(InputProblem::bad_value,
              fmt::format("\"{}\" stands in the file of \"{}\"; rename one of them", site.id, id));
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
  if (const auto delay = map.optional("network_delay")) site.network_delay = delay->duration();
  map.finish();
  return site;
}

}  // namespace uketsuke::scenario
