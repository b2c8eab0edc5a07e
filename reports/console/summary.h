#pragma once

#include <ostream>

#include "reports/console/style.h"
#include "reports/results/run_summary.h"

namespace uketsuke::reports {

/// Writes one line for a case that failed, was inconclusive or ended in error, and nothing for the others:
/// `FAIL ID  MESSAGE (14.200 s) [LIMIT-02]  records/ID.jsonl`. The line is not shortened; control characters
/// in it are made visible.
void write_case_line(std::ostream& out, const CaseResult& result, const Style& style,
                     const std::string& records_root = "records");

/// Writes one row per suite file, and the required requirements that no case exercised.
void write_table(std::ostream& out, const RunSummary& summary, const Style& style);

/// Writes `88 cases: 86 passed, 1 failed, 1 skipped; 52 of 61 required requirements exercised; 0.41 s`.
void write_summary_line(std::ostream& out, const RunSummary& summary, const RunEnd& end, const Style& style);

}  // namespace uketsuke::reports
