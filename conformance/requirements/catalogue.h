#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/text.h"
#include "conformance/certainty.h"
#include "record/verdict.h"

namespace uketsuke::conformance {

/// One testable sentence about a reader.
struct Requirement {
  std::string id;  ///< `LIMIT-02`
  Text text;
  record::RequirementClass requirement_class = record::RequirementClass::required;
  std::string source;  ///< public, by name
  Certainty certainty = Certainty::seen;
  std::vector<std::string> checked_by;  ///< names of checkers, `expectation`, `reference engine`
  Place place;
};

/// Everything that is asked of a reader, in order of the files' names and of writing.
class Catalogue {
 public:
  /// @throws InputError `duplicate_name` for an id that is there already.
  void add(Requirement requirement);

  /// Null where there is none.
  const Requirement* find(std::string_view id) const;

  /// The class of a requirement; `required` for an unknown id, so that nothing is waved through by a slip.
  record::RequirementClass class_of(std::string_view id) const;

  const std::vector<Requirement>& all() const { return all_; }

 private:
  std::vector<Requirement> all_;
  std::map<std::string, std::size_t, std::less<>> index_;
};

/// Reads every `*.yaml` of a folder.
/// @throws InputError: no such folder, nothing in it, an id twice or of another form than `LIMIT-02`, a key
/// unknown or missing.
Catalogue load_catalogue(const std::filesystem::path& folder);

}  // namespace uketsuke::conformance
