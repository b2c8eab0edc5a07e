#pragma once

#include <string>
#include <vector>

#include "bench/accuracy/evaluation.h"

namespace uketsuke::bench {

/// How rates are written, on the console and in the report alike.

std::string percent(double rate);                       ///< `1.67 %`, three digits that count
std::string out_of(const accuracy::Count& count);       ///< `3 of 180`
std::string interval_of(const accuracy::Count& count);  ///< `0.568 to 4.79 %`, Wilson, 95 %

/// `FMR 0.001`, or `threshold 0.4`.
std::string row_name(const RatesAt& rates);

/// The threshold with four digits, rounded up: what is read off the table keeps the FMR too.
std::string threshold_text(const RatesAt& rates);

/// Why the row is to be taken with care; empty where it is not.
std::string evidence_text(const RatesAt& rates);

/// A row a kind of attack and one for bona fide pictures, as on the page: name, rate, interval, how many,
/// without a face.
struct PadRow {
  std::string name;
  accuracy::Count rate;
  accuracy::Count non_response;
};
std::vector<PadRow> pad_rows(const Evaluation& evaluation);

/// `BPCER10 3.2 % at 0.412 …`; empty without attacks that were answered.
std::vector<std::string> bpcer_at_apcer(const Evaluation& evaluation);

}  // namespace uketsuke::bench
