#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "record/words/consent_words.h"

namespace uketsuke::sim {

/// Why consents are not stored.
UKETSUKE_ENUM(ConsentProblem,
              none,              ///< everything was stored
              unknown_patient,   ///< the registry has no such person
              unknown_category,  ///< unknown category, or one that is never asked about
)

/// Whether the value is one of the categories.
bool is_category(record::Category category);

/// A patient's last answer about one category, and how long it is valid.
struct Consent {
  bool given = false;
  DateTime from{};
  DateTime until{};  ///< first second at which the consent is no longer valid
};

/// The consents that the service keeps: the last one per patient and category.
///
/// If a later reception does not ask about a category, its earlier consent stays. If it asks, the answer
/// replaces the earlier one, even if it is a refusal.
class ConsentStore {
 public:
  using Answers = std::vector<std::pair<record::Category, bool>>;

  /// @param life validity of a consent. Source of 24 hours, to the second: official portal FAQ
  explicit ConsentStore(std::chrono::seconds life) : life_(life) {}

  /// Adds a person who can consent. Adding a person twice changes nothing.
  void admit(const std::string& patient) { patients_.try_emplace(patient); }

  /// Stores all answers, or none if there is a problem with one of them.
  /// @param at not before the `at` of an earlier call
  ConsentProblem store(const std::string& patient, const Answers& answers, DateTime at);

  /// The last answer, valid or not. Nothing if the patient was never asked.
  std::optional<Consent> last(const std::string& patient, record::Category category) const;

  bool in_force(const std::string& patient, record::Category category, DateTime at) const;

 private:
  std::chrono::seconds life_;
  std::map<std::string, std::map<record::Category, Consent>> patients_;
};

}  // namespace uketsuke::sim
