#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "conformance/requirements/catalogue.h"
#include "conformance/rules/rules.h"
#include "scenarios/loader/library.h"
#include "scenarios/loader/suite.h"

namespace uketsuke::harness {

/// What must be known before a suite can be read.
struct Loading {
  std::filesystem::path suites;  ///< folder of the product's suites
  conformance::Catalogue catalogue;
  conformance::Rules rules;
  scenario::Library library;
  scenario::LoadOptions options;  ///< with requirements, readers and the first day of the rules
};

/// @param data  root of the installed data files @throws InputError
Loading load_names(const std::filesystem::path& data);

/// Finds cases of the product's suites by id. Reads the suites at the first call.
class CasesById {
 public:
  /// @param data  root of the installed data files
  explicit CasesById(std::filesystem::path data) : data_(std::move(data)) {}

  /// @return nothing if no suite has the case @throws InputError
  std::optional<scenario::Case> find(const std::string& id) const;

 private:
  struct Index {
    Loading loading;  ///< the cases refer to it, so it must not move
    scenario::CaseList cases;
    std::map<std::string, std::size_t> positions;
  };

  std::filesystem::path data_;
  mutable std::unique_ptr<Index> index_;
};

}  // namespace uketsuke::harness
