#include "sim/eligibility/consent_store.h"

#include <algorithm>

namespace uketsuke::sim {

namespace {

/// 資格 itself is given without a question.
bool is_asked_about(record::Category category) {
  return is_category(category) && category != record::Category::eligibility;
}

}  // namespace

bool is_category(record::Category category) {
  const auto names = enum_names(record::Category{});
  return std::any_of(names.begin(), names.end(), [&](const auto& known) { return known.first == category; });
}

ConsentProblem ConsentStore::store(const std::string& patient, const Answers& answers, DateTime at) {
  const auto kept = patients_.find(patient);
  if (kept == patients_.end()) return ConsentProblem::unknown_patient;
  if (!std::all_of(answers.begin(), answers.end(),
                   [](const auto& answer) { return is_asked_about(answer.first); })) {
    return ConsentProblem::unknown_category;
  }
  for (const auto& [category, given] : answers) kept->second[category] = {given, at, at + life_};
  return ConsentProblem::none;
}

std::optional<Consent> ConsentStore::last(const std::string& patient, record::Category category) const {
  const auto kept = patients_.find(patient);
  if (kept == patients_.end()) return std::nullopt;
  const auto consent = kept->second.find(category);
  if (consent == kept->second.end()) return std::nullopt;
  return consent->second;
}

bool ConsentStore::in_force(const std::string& patient, record::Category category, DateTime at) const {
  const auto consent = last(patient, category);
  return consent && consent->given && consent->from <= at && at < consent->until;
}

}  // namespace uketsuke::sim
