#pragma once

#include <filesystem>
#include <optional>

#include "base/process/isolated.h"
#include "conformance/requirements/catalogue.h"
#include "conformance/rules/rules.h"
#include "oqs/xml/encoding.h"
#include "reader_model/firmware/defect.h"
#include "reports/results/case_result.h"
#include "reports/trace/link_trace.h"
#include "scenarios/model/case.h"
#include "sim/session/warm_state.h"

namespace uketsuke::harness {

/// Where the files go that receipt software picks up, a folder for each case.
struct OqsOutput {
  std::filesystem::path folder;
  oqs::Encoding encoding = oqs::Encoding::shift_jis;
};

/// What every case shares.
struct CaseContext {
  const sim::WarmState& warm;
  const conformance::Catalogue& catalogue;
  const conformance::Rules& rules;
  std::optional<reader::Defect> defect;
  std::filesystem::path data;  ///< files below it are named without it
  std::optional<trace::TraceOptions> trace = std::nullopt;
  std::filesystem::path pictures =
      {};  ///< a folder for pictures that explain a decision; empty: none are kept
  std::optional<OqsOutput> oqs = std::nullopt;
};

/// The result of a case before it has run: its names, parameters and place. A suite of the product is named
/// by its path below `data`.
reports::CaseResult describe(const scenario::Case& test_case, const std::filesystem::path& data);

/// Runs one case in this process, which can do that once: performs the script on a simulated reader, judges
/// the record, and puts both into the outbox, the record line by line as it grows. A harness that fails gives
/// a result of kind `error`.
void run_case(const scenario::Case& test_case, const CaseContext& context, process::Outbox& outbox);

}  // namespace uketsuke::harness
