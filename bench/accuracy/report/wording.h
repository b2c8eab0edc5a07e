#pragma once

#include <string>
#include <vector>

#include "bench/accuracy/evaluation.h"

namespace uketsuke::bench {

/// Wording of rates, shared by the console and the report.

std::string percent(double rate);                       ///< `1.67 %`, three significant digits
std::string out_of(const accuracy::Count& count);       ///< `3 of 180`
std::string interval_of(const accuracy::Count& count);  ///< `0.568 to 4.78 %`, Wilson, 95 %

/// `FMR 0.001`, or `threshold 0.4`.
std::string row_name(const RatesAt& rates);

/// The threshold with four digits, rounded up: a threshold read from the table keeps the FMR too.
std::string threshold_text(const RatesAt& rates);

/// Why the row must be read with caution; empty if there is no reason.
std::string evidence_text(const RatesAt& rates);

/// One row per kind of attack and one for bona fide images: name, rate, interval, count, without a face.
struct PadRow {
  std::string name;
  accuracy::Count rate;
  accuracy::Count non_response;
};
std::vector<PadRow> pad_rows(const Evaluation& evaluation);

/// `BPCER10 3.2 % at 0.412 …`; empty if no attack was answered.
std::vector<std::string> bpcer_at_apcer(const Evaluation& evaluation);

}  // namespace uketsuke::bench
