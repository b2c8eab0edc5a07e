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

/// One testable statement about a reader.
struct Requirement {
  std::string id;  ///< `LIMIT-02`
  Text text;
  record::RequirementClass requirement_class = record::RequirementClass::required;
  std::string source;  ///< name of a public source
  Certainty certainty = Certainty::seen;
  std::vector<std::string> checked_by;  ///< names of checkers, `expectation`, `reference engine`
  Place place;
};

/// All requirements for a reader, in the order of file names and within each file.
class Catalogue {
 public:
  /// @throws InputError `duplicate_name` if the id already exists.
  void add(Requirement requirement);

  /// The requirement with this id, or null.
  const Requirement* find(std::string_view id) const;

  /// The class of a requirement; `required` for an unknown id, so that a typing error cannot hide a failure.
  record::RequirementClass class_of(std::string_view id) const;

  const std::vector<Requirement>& all() const { return all_; }

 private:
  std::vector<Requirement> all_;
  std::map<std::string, std::size_t, std::less<>> index_;
};

/// Reads every `*.yaml` file of a folder.
/// @throws InputError: no such folder, no requirement in it, a duplicate id or one of another form than
/// `LIMIT-02`, an unknown or missing key.
Catalogue load_catalogue(const std::filesystem::path& folder);

}  // namespace uketsuke::conformance
