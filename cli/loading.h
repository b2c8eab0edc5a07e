#pragma once

#include <filesystem>

#include "conformance/requirements/catalogue.h"
#include "conformance/rules/rules.h"
#include "scenarios/loader/library.h"
#include "scenarios/loader/suite.h"

namespace uketsuke::cli {

/// What must be known before a suite can be read.
struct Loading {
  std::filesystem::path suites;  ///< the product's own
  conformance::Catalogue catalogue;
  conformance::Rules rules;
  scenario::Library library;
  scenario::LoadOptions options;  ///< knows requirements, readers and the first day of the rules
};

/// @throws InputError
Loading load_names(const std::filesystem::path& data);

}  // namespace uketsuke::cli
