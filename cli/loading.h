#pragma once

#include <filesystem>

#include "conformance/requirements/catalogue.h"
#include "scenarios/loader/library.h"
#include "scenarios/loader/suite.h"

namespace uketsuke::cli {

/// What must be known before a suite can be read.
struct Loading {
  std::filesystem::path suites;  ///< the product's own
  conformance::Catalogue catalogue;
  scenario::Library library;
  scenario::LoadOptions options;  ///< knows requirements and readers
};

/// @throws InputError
Loading load_names(const std::filesystem::path& data);

}  // namespace uketsuke::cli
