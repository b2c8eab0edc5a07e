#include "bench/accuracy/report/console_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "bench/accuracy/report/wording.h"
#include "reports/console/display_width.h"

namespace uketsuke::bench {

namespace {

using reports::pad;
using reports::printable;

constexpr std::size_t kName = 16;
constexpr std::size_t kListed = 10;

void write_count(std::ostream& out, const char* name, const accuracy::Count& count) {
  out << pad(name, kName)
      << fmt::format("{} ({}), 95 % interval {}\n", percent(count.rate()), out_of(count), interval_of(count));
}

void write_counts(std::ostream& out, const Evaluation& evaluation) {
  out << pad("matcher", kName) << printable(evaluation.matcher)
      << (evaluation.card ? ", references through the card's photo" : "") << "\n";
  out << pad("pictures", kName) << fmt::format("{} of {} persons", evaluation.pictures, evaluation.persons);
  if (!evaluation.unusable.empty()) out << fmt::format(", {} cannot be used", evaluation.unusable.size());
  if (evaluation.ignored > 0) out << fmt::format(", {} other files ignored", evaluation.ignored);
  out << "\n"
      << pad("comparisons", kName)
      << fmt::format("{} genuine, {} impostor", evaluation.scores.genuine.size(),
                     evaluation.scores.impostor.size());
  if (evaluation.without_score > 0) out << fmt::format(", {} without a score", evaluation.without_score);
  out << fmt::format("; {:.2f} ms each in one process\n", evaluation.milliseconds);
  write_count(out, "FTE (reference)", evaluation.scores.failure_to_enrol);
  write_count(out, "FTA (probe)", evaluation.scores.failure_to_acquire);
}

void write_rates(std::ostream& out, const Evaluation& evaluation) {
  if (evaluation.equal_error) {
    out << pad("EER", kName)
        << fmt::format("{} at threshold {:.4f}\n", percent(evaluation.equal_error->rate),
                       evaluation.equal_error->threshold);
  }
  if (evaluation.folds) {
    out << pad("folds", kName)
        << fmt::format("accuracy {} +- {} (mean and standard error of {} folds)\n",
                       percent(evaluation.folds->mean), percent(evaluation.folds->standard_error),
                       evaluation.folds->folds.size());
  }
  out << "\n"
      << pad("", kName)
      << fmt::format("{:>10}  {:>9}  {:<20}  {:>9}  {:<20}\n", "threshold", "FMR", "95 % interval", "FNMR",
                     "95 % interval");
  for (const RatesAt& rates : evaluation.rates) {
    out << pad(row_name(rates), kName)
        << fmt::format("{:>10}  {:>9}  {:<20}  {:>9}  {}\n", threshold_text(rates), percent(rates.fmr.rate()),
                       interval_of(rates.fmr), percent(rates.fnmr.rate()), interval_of(rates.fnmr));
  }
  for (const RatesAt& rates : evaluation.rates) {
    if (const std::string text = evidence_text(rates); !text.empty())
      out << row_name(rates) << ": " << text << "\n";
  }
}

std::string pad_text(const PadRow& row) {
  std::string text = row.rate.trials == 0 ? "not answered"
                                          : fmt::format("{} ({}), 95 % interval {}", percent(row.rate.rate()),
                                                        out_of(row.rate), interval_of(row.rate));
  if (row.non_response.errors > 0) text += fmt::format(", no face in {}", out_of(row.non_response));
  return text;
}

void write_pad(std::ostream& out, const Evaluation& evaluation) {
  const auto rows = pad_rows(evaluation);
  if (rows.empty()) {
    out << "\nthe matcher gave no liveness\n";
    return;
  }
  std::size_t width = kName;
  for (const PadRow& row : rows) width = std::max(width, reports::display_width(printable(row.name)) + 2);
  out << "\n" << pad("liveness", width) << fmt::format("at threshold {}\n", evaluation.liveness_threshold);
  for (const PadRow& row : rows) out << pad(printable(row.name), width) << pad_text(row) << "\n";
  const std::string weakest = accuracy::weakest_kind(evaluation.attacks, evaluation.liveness_threshold);
  if (evaluation.attacks.size() > 1 && !weakest.empty()) {
    const auto count = accuracy::apcer(evaluation.attacks.at(weakest), evaluation.liveness_threshold);
    out << pad("APCER", width)
        << fmt::format("{}, of the weakest kind, {}\n", percent(count.rate()), printable(weakest));
  }
  for (const std::string& line : bpcer_at_apcer(evaluation)) out << line << "\n";
}

void write_remarks(std::ostream& out, const char* title, const std::vector<Remark>& remarks) {
  if (remarks.empty()) return;
  out << fmt::format("\n{} {}:\n", remarks.size(), title);
  for (std::size_t i = 0; i < std::min(kListed, remarks.size()); ++i) {
    out << "  " << printable(remarks[i].name) << ": " << printable(remarks[i].text) << "\n";
  }
  if (remarks.size() > kListed)
    out << fmt::format("  ... and {} more in evaluation.json\n", remarks.size() - kListed);
}

std::vector<Remark> as_remarks(const std::vector<std::string>& lines) {
  std::vector<Remark> remarks;
  for (const std::string& line : lines) {
    const std::size_t colon = line.find(": ");
    remarks.push_back({line.substr(0, colon), line.substr(colon + 2)});
  }
  return remarks;
}

}  // namespace

void write_console(std::ostream& out, const Evaluation& evaluation) {
  out << "\n";
  write_counts(out, evaluation);
  write_rates(out, evaluation);
  write_pad(out, evaluation);
  write_remarks(out, "unusable pictures, not counted in any rate", evaluation.unusable);
  write_remarks(out, "pairs left out because a picture is missing", as_remarks(evaluation.left_out));
  write_remarks(out, "times the matcher's process died", as_remarks(evaluation.deaths));
  if (evaluation.interrupted) out << "\ninterrupted: the rates cover the comparisons made until then\n";
}

}  // namespace uketsuke::bench
