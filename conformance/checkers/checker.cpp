#include "conformance/checkers/checker.h"

#include <algorithm>
#include <stdexcept>

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {

void Checker::attach(const CheckerContext& context, const ReceptionFacts& facts) {
  context_ = &context;
  facts_ = &facts;
  attached();
}

std::size_t Checker::index_of(std::string_view requirement) const {
  if (requirement.empty()) return 0;
  const auto& all = description().requirements;
  const auto position = std::find(all.begin(), all.end(), requirement);
  if (position == all.end()) {
    throw std::logic_error(std::string(description().name) + " does not check " + std::string(requirement));
  }
  return static_cast<std::size_t>(position - all.begin());
}

void Checker::exercise(std::string_view requirement) {
  exercised_ = static_cast<std::uint8_t>(exercised_ | 1u << index_of(requirement));
}

void Checker::fail(const record::Event& event, std::string message, std::string_view requirement) {
  exercise(requirement);
  findings_.push_back({std::string(description().requirements[index_of(requirement)]),
                       record::RequirementClass::required, std::move(message), event.sequence, event.time});
}

void Checker::fail_missing(Duration time, std::string message, std::string_view requirement) {
  exercise(requirement);
  findings_.push_back({std::string(description().requirements[index_of(requirement)]),
                       record::RequirementClass::required, std::move(message), std::nullopt, time});
}

std::vector<std::string_view> Checker::exercised() const {
  std::vector<std::string_view> ids;
  const auto& all = description().requirements;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if ((exercised_ >> i & 1) != 0) ids.push_back(all[i]);
  }
  return ids;
}

CheckerSet::CheckerSet(std::vector<std::unique_ptr<Checker>> checkers, CheckerContext context)
    : context_(std::move(context)), checkers_(std::move(checkers)) {
  kinds_.reserve(checkers_.size());
  for (const auto& checker : checkers_) {
    checker->attach(context_, facts_);
    kinds_.push_back(checker->kinds());
  }
}

void CheckerSet::on(const record::Event& event) {
  // A card while the last reception has not become idle: that reception is over nevertheless.
  if (facts_.open && record::as<record::CardInserted>(event) != nullptr) end_reception(event.time);
  if (!facts_.open && begins_by_phone(event)) {
    for (const auto& checker : checkers_) checker->begins_by_phone(event);
  }
  const std::uint64_t kind = std::uint64_t{1} << event.payload.index();
  for (std::size_t i = 0; i < checkers_.size(); ++i) {
    if ((kinds_[i] & kind) != 0) checkers_[i]->on(event);
  }
  if (facts_.open && record::as<record::ReaderIdle>(event) != nullptr) end_reception(event.time);
  facts_.see(event);
  last_time_ = event.time;
}

void CheckerSet::end_reception(Duration time) {
  for (const auto& checker : checkers_) checker->ended(time);
}

void CheckerSet::finish() {
  if (facts_.open) end_reception(last_time_);
  for (const auto& checker : checkers_) checker->finish(last_time_);
}

bool has_agreed(const CheckerContext& context, const ReceptionFacts& facts, record::Category category) {
  const bool with_all = category == record::Category::specific_diseases_certificate && facts.agreed_to_all &&
                        context.rules.identification->specific_disease_in_consent_all;
  return with_all || facts.agreed.has(category);
}

std::vector<std::unique_ptr<Checker>> all_checkers() {
  CheckerList checkers;
  checkers.reserve(80);
  add_identity_checkers(checkers);
  add_tries_checkers(checkers);
  add_service_checkers(checkers);
  add_consent_checkers(checkers);
  add_consent_screen_checkers(checkers);
  add_limit_checkers(checkers);
  add_specific_disease_checkers(checkers);
  add_release_checkers(checkers);
  add_reception_checkers(checkers);
  add_card_checkers(checkers);
  add_privacy_checkers(checkers);
  add_record_checkers(checkers);
  add_desk_checkers(checkers);
  add_phone_checkers(checkers);
  return checkers;
}

}  // namespace uketsuke::conformance
