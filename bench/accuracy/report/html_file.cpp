#include <fmt/format.h>

#include <pugixml.hpp>
#include <sstream>

#include "bench/accuracy/report/files.h"
#include "bench/accuracy/report/wording.h"
#include "reports/accuracy/det_svg.h"
#include "reports/junit/xml_text.h"

namespace uketsuke::bench {

namespace {

using Cells = std::vector<std::string>;

constexpr const char* kStyle = R"(
body { font: 15px/1.5 "DejaVu Sans", "Noto Sans", "Noto Sans CJK JP", Arial, sans-serif; color: #222;
       max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
table { border-collapse: collapse; margin: .5rem 0 }
th, td { padding: .2rem .9rem .2rem 0; text-align: left; border-bottom: 1px solid #ddd; vertical-align: top }
table.rates td:not(:last-child), table.rates th { white-space: nowrap; font-variant-numeric: tabular-nums }
.warning { background: #fff3cd; border-left: 4px solid #d39e00; padding: .5rem 1rem }
svg { max-width: 100%; height: auto } details { margin: .5rem 0 }
@media print { details { display: none } }
)";

std::string safe(const std::string& text) { return reports::xml_text(text); }

pugi::xml_node add(pugi::xml_node parent, const char* name, const std::string& text) {
  pugi::xml_node node = parent.append_child(name);
  node.text().set(safe(text).c_str());
  return node;
}

void add_row(pugi::xml_node table, const char* cell, const Cells& cells) {
  pugi::xml_node row = table.append_child("tr");
  for (const std::string& text : cells) add(row, cell, text);
}

pugi::xml_node add_table(pugi::xml_node parent, const Cells& head, const std::vector<Cells>& rows) {
  pugi::xml_node table = parent.append_child("table");
  if (!head.empty()) add_row(table.append_child("thead"), "th", head);
  pugi::xml_node body = table.append_child("tbody");
  for (const Cells& row : rows) add_row(body, "td", row);
  return table;
}

void add_remarks(pugi::xml_node parent, const std::string& title, const std::vector<Remark>& remarks) {
  if (remarks.empty()) return;
  constexpr std::size_t kShown = 500;
  pugi::xml_node details = parent.append_child("details");
  add(details, "summary", fmt::format("{} {}", remarks.size(), title));
  std::vector<Cells> rows;
  for (std::size_t i = 0; i < std::min(kShown, remarks.size()); ++i)
    rows.push_back({remarks[i].name, remarks[i].text});
  if (remarks.size() > kShown)
    rows.push_back({"...", fmt::format("{} more in evaluation.json", remarks.size() - kShown)});
  add_table(details, {}, rows);
}

void add_extremes(pugi::xml_node parent, const char* title, const std::vector<Extreme>& extremes) {
  pugi::xml_node details = parent.append_child("details");
  add(details, "summary", title);
  std::vector<Cells> rows;
  for (const Extreme& extreme : extremes) {
    rows.push_back({fmt::format("{:.4f}", extreme.score), extreme.reference, extreme.probe});
  }
  add_table(details, {"score", "reference", "probe"}, rows);
}

void add_summary(pugi::xml_node body, const Evaluation& evaluation) {
  const auto counted = [](const accuracy::Count& count) {
    return fmt::format("{} ({}), 95 % interval {}", percent(count.rate()), out_of(count), interval_of(count));
  };
  std::vector<Cells> rows = {
      {"matcher", evaluation.matcher},
      {"pictures",
       fmt::format("{}: {} of {} persons", evaluation.source, evaluation.pictures, evaluation.persons)},
      {"references",
       evaluation.card ? "through the card's photo: 192 x 240, grey, JPEG 2000 of 6 kB" : "as they are"},
      {"comparisons",
       fmt::format("{} genuine, {} impostor, {} without a score", evaluation.scores.genuine.size(),
                   evaluation.scores.impostor.size(), evaluation.without_score)},
      {"failure to enrol, FTE", counted(evaluation.scores.failure_to_enrol)},
      {"failure to acquire, FTA", counted(evaluation.scores.failure_to_acquire)}};
  if (evaluation.equal_error) {
    rows.push_back(
        {"equal error rate, EER", fmt::format("{} at threshold {:.4f}", percent(evaluation.equal_error->rate),
                                              evaluation.equal_error->threshold)});
  }
  if (evaluation.folds) {
    rows.push_back({fmt::format("accuracy over {} folds", evaluation.folds->folds.size()),
                    fmt::format("{} ± {} (standard error)", percent(evaluation.folds->mean),
                                percent(evaluation.folds->standard_error))});
  }
  add_table(body, {}, rows);
}

void add_rates(pugi::xml_node body, const Evaluation& evaluation) {
  add(body, "h2", "FMR and FNMR");
  std::vector<Cells> rows;
  for (const RatesAt& rates : evaluation.rates) {
    rows.push_back({row_name(rates), threshold_text(rates), percent(rates.fmr.rate()), interval_of(rates.fmr),
                    percent(rates.fnmr.rate()), interval_of(rates.fnmr), evidence_text(rates)});
  }
  add_table(body, {"", "threshold", "FMR", "95 % interval", "FNMR", "95 % interval", ""}, rows)
      .append_attribute("class") = "rates";
  add(body, "p",
      "Intervals are Wilson's and take comparisons for independent. Where pictures are compared more than "
      "once, as "
      "between folders, the true intervals are wider.");
}

void add_pad(pugi::xml_node body, const Evaluation& evaluation) {
  const auto rows = pad_rows(evaluation);
  if (rows.empty()) return;
  add(body, "h2", fmt::format("Presentation attacks, liveness threshold {}", evaluation.liveness_threshold));
  std::vector<Cells> cells;
  for (const PadRow& row : rows) {
    cells.push_back({row.name, row.rate.trials == 0 ? "not answered" : percent(row.rate.rate()),
                     row.rate.trials == 0 ? "" : interval_of(row.rate), out_of(row.rate),
                     out_of(row.non_response)});
  }
  add_table(body, {"", "rate", "95 % interval", "wrong", "no face"}, cells);
  for (const std::string& line : bpcer_at_apcer(evaluation)) add(body, "p", line);
}

std::vector<Remark> without_reasons(const std::vector<std::string>& lines) {
  std::vector<Remark> remarks;
  for (const std::string& line : lines) remarks.push_back({line, ""});
  return remarks;
}

}  // namespace

std::string evaluation_svg(const Evaluation& evaluation) {
  const accuracy::ErrorRates rates(evaluation.scores);
  std::vector<accuracy::DetMark> marks;
  for (const RatesAt& row : evaluation.rates) {
    if (!row.asked_fmr)
      marks.push_back({fmt::format("{:.3f}", row.threshold), {row.threshold, row.fmr, row.fnmr}});
  }
  return accuracy::det_svg(
      evaluation.det, marks,
      {safe(evaluation.matcher),
       fmt::format("{} genuine, {} impostor comparisons{}", evaluation.scores.genuine.size(),
                   evaluation.scores.impostor.size(), evaluation.card ? ", references from the card" : "")});
}

std::string evaluation_html(const Evaluation& evaluation) {
  pugi::xml_document document;
  document.append_child(pugi::node_doctype).set_value("html");
  pugi::xml_node html = document.append_child("html");
  html.append_attribute("lang") = "en";
  pugi::xml_node head = html.append_child("head");
  head.append_child("meta").append_attribute("charset") = "utf-8";
  add(head, "title", "Accuracy of " + evaluation.matcher);
  head.append_child("style").text().set(kStyle);
  pugi::xml_node body = html.append_child("body");
  add(body, "h1", "Accuracy of " + evaluation.matcher);
  if (evaluation.interrupted) {
    add(body, "p", "Interrupted: the rates cover the comparisons made until then.")
        .append_attribute("class") = "warning";
  }
  if (!evaluation.deaths.empty()) {
    add(body, "p",
        fmt::format("The matcher's process died {} times; no rate counts those comparisons.",
                    evaluation.deaths.size()))
        .append_attribute("class") = "warning";
  }
  add_summary(body, evaluation);
  pugi::xml_document drawing;
  drawing.load_string(evaluation_svg(evaluation).c_str());
  body.append_copy(drawing.document_element());
  add_rates(body, evaluation);
  add_pad(body, evaluation);
  add(body, "h2", "Extreme scores and problems");
  add_extremes(body, "the lowest genuine scores", evaluation.lowest_genuine);
  add_extremes(body, "the highest impostor scores", evaluation.highest_impostor);
  add_remarks(body, "unusable pictures, not counted in any rate", evaluation.unusable);
  add_remarks(body, "references that were not enrolled", evaluation.not_enrolled);
  add_remarks(body, "probes without a face", evaluation.not_acquired);
  add_remarks(body, "comparisons without a score", evaluation.failures);
  add_remarks(body, "pairs left out because a picture is missing", without_reasons(evaluation.left_out));
  add_remarks(body, "times the matcher's process died", without_reasons(evaluation.deaths));
  std::ostringstream out;
  document.save(out, "", pugi::format_no_declaration | pugi::format_raw | pugi::format_no_empty_element_tags,
                pugi::encoding_utf8);
  return out.str();
}

}  // namespace uketsuke::bench
