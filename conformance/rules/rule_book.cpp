#include "conformance/rules/rule_book.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/yaml/document.h"

namespace uketsuke::conformance {

namespace {

using Line = RulePages::Line;

/// Formats a value on one line, in YAML's flow style.
std::string in_one_line(const yaml::Value& value) {
  if (value.is_sequence()) {
    std::vector<std::string> items;
    for (const yaml::Value& item : value.items()) items.push_back(in_one_line(item));
    return fmt::format("[{}]", fmt::join(items, ", "));
  }
  if (!value.is_map()) return value.text();
  std::vector<std::string> pairs;
  yaml::Map map = value.map();
  for (const auto& [key, inner] : map.entries())
    pairs.push_back(fmt::format("{}: {}", key.text(), in_one_line(inner)));
  return fmt::format("{}", fmt::join(pairs, ", "));
}

void add_lines(const std::string& name, const yaml::Value& value, std::vector<Line>& lines) {
  if (value.is_map()) {
    yaml::Map map = value.map();
    for (const auto& [key, inner] : map.entries()) add_lines(name + "." + key.text(), inner, lines);
  } else if (value.is_sequence() && !value.items().empty() && value.items().front().is_map()) {
    for (const yaml::Value& item : value.items()) lines.emplace_back("", in_one_line(item));
  } else {
    lines.emplace_back(name, in_one_line(value));
  }
}

/// The keys allowed in a period, for files without another loader; null for others.
const std::set<std::string>* known_keys(const std::string& topic) {
  static const std::map<std::string, std::set<std::string>> kKeys{
      {"authentication", {"pin", "card_face_number", "unlock_pin_at", "visual_check"}},
      {"people",
       {"standard_card", "pinless_card", "card_issued_under_age_1",
        "card_issued_under_age_1_serves_to_birthday", "unregistered_card", "smartphone", "smartphone_grace"}},
      {"wording", {"screens", "buttons"}}};
  const auto found = kKeys.find(topic);
  return found == kKeys.end() ? nullptr : &found->second;
}

std::vector<Line> lines_of(const std::string& topic, yaml::Map& period) {
  const auto* known = known_keys(topic);
  std::vector<Line> lines;
  for (const auto& [key, value] : period.entries()) {
    const std::string name = key.text();
    if (name == "from" || name == "until" || name == "source" || name == "certainty") continue;
    if (known != nullptr && known->count(name) == 0)
      key.fail(InputProblem::unknown_key,
               fmt::format("unknown key \"{}\" (known: {})", name, fmt::join(*known, ", ")));
    add_lines(name, value, lines);
  }
  return lines;
}

/// The `lines` that are not in `others`.
std::vector<Line> without(const std::vector<Line>& lines, const std::vector<Line>& others) {
  std::vector<Line> rest;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(rest), [&](const Line& line) {
    return std::find(others.begin(), others.end(), line) == others.end();
  });
  return rest;
}

/// The page of a day; null before the first period and after the last.
const std::pair<Period, std::vector<Line>>* page_on(const RulePages& pages, Date day) {
  for (const auto& entry : pages.periods.entries()) {
    if (entry.first.holds(day)) return &entry;
  }
  return nullptr;
}

std::vector<std::filesystem::path> rule_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<ParameterInfo> load_parameter_list(const std::filesystem::path& folder) {
  std::vector<ParameterInfo> list;
  for (const auto& file : rule_files(folder)) {
    yaml::Map document = yaml::load_one(file).map();
    const auto parameters = document.optional("parameters");
    if (!parameters) continue;
    yaml::Map map = parameters->map();
    for (const auto& [name, node] : map.entries()) {
      yaml::Map entry = node.map();
      const auto unit = entry.optional("unit");
      list.push_back({name.text(), in_one_line(entry.required("value")), unit ? unit->text() : std::string(),
                      entry.required("why_unknown").bilingual(), node.place()});
    }
  }
  return list;
}

std::vector<RulePages> load_rule_pages(const std::filesystem::path& folder) {
  std::vector<RulePages> book;
  for (const auto& file : rule_files(folder)) {
    yaml::Map document = yaml::load_one(file).map();
    const auto periods = document.optional("periods");
    if (!periods) continue;
    RulePages pages;
    pages.topic = file.stem().string();
    for (const yaml::Value& item : periods->items()) {
      yaml::Map map = item.map();
      Period period = read_period(map);
      pages.periods.add(std::move(period), lines_of(pages.topic, map));
    }
    if (pages.periods.entries().empty())
      periods->fail(InputProblem::empty, "a rule needs at least one period");
    book.push_back(std::move(pages));
  }
  return book;
}

std::vector<RuleChange> changes_between(const std::vector<RulePages>& book, Date earlier, Date later) {
  std::vector<RuleChange> changes;
  for (const RulePages& pages : book) {
    const auto* before = page_on(pages, earlier);
    const auto* after = page_on(pages, later);
    if (before == after) continue;
    static const std::vector<Line> kNothing;
    const auto& old_lines = before != nullptr ? before->second : kNothing;
    const auto& new_lines = after != nullptr ? after->second : kNothing;
    RuleChange change{pages.topic, without(old_lines, new_lines), without(new_lines, old_lines),
                      after != nullptr ? after->first.source : std::string()};
    if (!change.gone.empty() || !change.come.empty()) changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace uketsuke::conformance
