#pragma once

#include <filesystem>
#include <optional>

#include "base/process/isolated.h"
#include "conformance/dut/device_source.h"
#include "conformance/requirements/catalogue.h"
#include "conformance/rules/rules.h"
#include "harness/receipt/case_files.h"
#include "reports/results/case_result.h"
#include "scenarios/model/case.h"

namespace uketsuke::harness {

/// Data that all cases share.
struct CaseContext {
  dut::DeviceSource& devices;
  const conformance::Catalogue& catalogue;
  const conformance::Rules& rules;
  std::filesystem::path data;  ///< paths of files below it are shown relative to it
  std::optional<std::filesystem::path> traces = std::nullopt;    ///< folder; none: no traces
  std::optional<std::filesystem::path> pictures = std::nullopt;  ///< folder; none: no pictures
  std::optional<OqsOutput> oqs = std::nullopt;
};

/// The result of a case before it has run: names, parameters and place. A suite of the product is named by
/// its path below `data`.
reports::CaseResult describe(const scenario::Case& test_case, const std::filesystem::path& data);

/// Runs one case in this process, which can do that once. Plays the script on a device, judges the record,
/// and puts both into the outbox; the record goes line by line as it grows.
///
/// A failure of harness or device gives a result of kind `error` that names the device's method.
void run_case(const scenario::Case& test_case, const CaseContext& context, process::Outbox& outbox);

}  // namespace uketsuke::harness
