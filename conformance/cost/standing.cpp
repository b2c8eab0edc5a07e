#include "conformance/cost/standing.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/error.h"

namespace uketsuke::conformance::cost {

namespace {

std::vector<AgeGroup> groups_of(const Question& question, const AgeLimits& limits) {
  if (question.born) return {group_of(limits, *question.born, question.day)};
  if (question.age) return groups_at(limits, *question.age);
  return {AgeGroup::preschool, AgeGroup::to_69, AgeGroup::from_70, AgeGroup::from_75};
}

/// The possible interpretations of a case.
std::vector<Standing> candidates(const Question& question, const ShareRule& rule) {
  std::vector<Standing> all;
  for (const AgeGroup group : groups_of(question, rule.ages)) {
    for (const int share : rule.of(group, question.income_class)) {
      const bool relief = rule.relief && group == AgeGroup::from_75 && share == rule.relief->of_share &&
                          question.care == Care::outpatient;
      all.push_back({group, share, relief, false});
    }
  }
  return all;
}

[[noreturn]] void refuse_class(const Question& question, const ShareRule& rule) {
  std::set<std::string> ages;
  std::vector<std::string_view> classes;
  for (const AgeGroup group : groups_of(question, rule.ages)) {
    ages.emplace(in_words(group));
    for (const IncomeClass known : rule.classes(group)) {
      const std::string_view name = to_name(known);
      if (std::find(classes.begin(), classes.end(), name) == classes.end()) classes.push_back(name);
    }
  }
  const bool known_age = question.age || question.born;
  refuse("--class", fmt::format("{} is no class of {}{} (known: {})", to_name(question.income_class),
                                known_age ? fmt::format("the age \"{}\" on ", fmt::join(ages, " or ")) : "",
                                format_date(question.day), fmt::join(classes, ", ")));
}

std::string shares_in_words(const std::vector<Standing>& standings) {
  std::set<int> shares;
  for (const Standing& standing : standings) shares.insert(standing.share / 10);
  std::string words;
  for (const int share : shares) words += fmt::format("{}{}割", words.empty() ? "" : " or ", share);
  return words;
}

bool agree(const std::vector<Standing>& standings) {
  return std::all_of(standings.begin(), standings.end(), [&standings](const Standing& standing) {
    return standing.share == standings.front().share && standing.relief == standings.front().relief;
  });
}

bool one_group(const std::vector<Standing>& standings) {
  return std::all_of(standings.begin(), standings.end(), [&standings](const Standing& standing) {
    return standing.group == standings.front().group;
  });
}

[[noreturn]] void ask(const Question& question, const std::vector<Standing>& open) {
  const std::string_view name = to_name(question.income_class);
  if (one_group(open)) refuse("--share", fmt::format("needed: {} pays {}", name, shares_in_words(open)));
  std::string groups;
  for (const Standing& standing : open) {
    groups += fmt::format("{}{} {}割{}", groups.empty() ? "" : ", ", in_words(*standing.group),
                          standing.share / 10, standing.relief ? " with relief" : "");
  }
  refuse(question.age ? "--born" : "--age",
         fmt::format("needed{}: {} pays {}", question.age ? "" : " (or --born)", name, groups));
}

}  // namespace

Standing standing_of(const Question& question, const ShareRule& rule) {
  std::vector<Standing> open = candidates(question, rule);
  if (open.empty()) refuse_class(question, rule);
  if (question.share) {
    const std::string possible = shares_in_words(open);
    open.erase(
        std::remove_if(open.begin(), open.end(),
                       [&question](const Standing& standing) { return standing.share != question.share; }),
        open.end());
    if (open.empty()) {
      refuse("--share", fmt::format("{}割 does not fit: {} pays {} here", *question.share / 10,
                                    to_name(question.income_class), possible));
    }
  }
  const bool age_unsaid = !question.age && !question.born;
  if (age_unsaid && open.size() > 1 && is_under_70(question.income_class)) {
    Standing standing = open.back();
    standing.group_assumed = true;
    return standing;
  }
  if (!agree(open)) ask(question, open);
  Standing standing = open.front();
  if (!one_group(open)) standing.group.reset();
  return standing;
}

}  // namespace uketsuke::conformance::cost
