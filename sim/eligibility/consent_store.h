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
              none,              ///< all was stored
              unknown_patient,   ///< nobody of this name is in the registry
              unknown_category,  ///< no category, or one that nobody is asked about
)

/// Whether this is one of the categories at all.
bool is_category(record::Category category);

/// What a patient said last about one category, and for how long it counts.
struct Consent {
  bool given = false;
  DateTime from{};
  DateTime until{};  ///< the first second in which it is void
};

/// The consents that the service keeps: of each patient, for each category, the last one.
///
/// A category that a later reception does not ask about keeps its consent of before; one that it asks about
/// is overwritten, by a refusal too.
class ConsentStore {
 public:
  using Answers = std::vector<std::pair<record::Category, bool>>;

  /// @param life of a consent. Source of 24 hours, to the second: official portal FAQ
  explicit ConsentStore(std::chrono::seconds life) : life_(life) {}

  /// Who can consent. Naming somebody twice changes nothing.
  void admit(const std::string& patient) { patients_.try_emplace(patient); }

  /// Stores all of the answers, or, where there is a problem with one of them, none.
  /// @param at is not before that of an earlier call
  ConsentProblem store(const std::string& patient, const Answers& answers, DateTime at);

  /// What stands there, in force or not; nothing where he was never asked.
  std::optional<Consent> last(const std::string& patient, record::Category category) const;

  bool in_force(const std::string& patient, record::Category category, DateTime at) const;

 private:
  std::chrono::seconds life_;
  std::map<std::string, std::map<record::Category, Consent>> patients_;
};

}  // namespace uketsuke::sim
