// uketsuke rules: the rules in force, the changes on a day, the values without a public source, and a proof
// that the reference engine follows its invariants.

#include <iostream>
#include <map>

#include "base/data_root.h"
#include "base/exit_code.h"
#include "cli/commands.h"
#include "cli/words.h"
#include "conformance/exploration/exploration_report.h"
#include "conformance/exploration/graph.h"
#include "conformance/rules/pages/pages.h"
#include "harness/loading.h"
#ifdef UKETSUKE_SIMULATOR
#include "crosscheck/comparison_report.h"
#endif

namespace uketsuke::cli {

namespace {

struct RulesOptions {
  std::string date;
  std::vector<std::string> diff;
  bool unknown = false;
  bool explore = false;
  std::filesystem::path graph;
  std::filesystem::path records;
  bool compare = false;
  std::string plant;
  std::filesystem::path out = "uketsuke-differences";
  std::string asks;
};

int run_rules(const RulesOptions& options) {
  const std::filesystem::path data = data_root();
  const std::filesystem::path folder = data / "conformance" / "rules";
  if (!options.date.empty())
    print_rules(std::cout, conformance::load_rule_pages(folder), day_of("--date", options.date));
  if (!options.diff.empty()) {
    print_changes(std::cout, conformance::load_rule_pages(folder), day_of("--diff", options.diff.at(0)),
                  day_of("--diff", options.diff.at(1)));
  }
  if (options.unknown) {
    print_unknown(std::cout, conformance::load_rule_pages(folder), conformance::load_parameter_list(folder));
  }
  int exit_code = kPass;
  if (options.explore || !options.graph.empty() || !options.records.empty()) {
    const harness::CasesById cases(data);
    const bool sound = report_exploration(std::cout, conformance::load_rules(folder),
                                          {options.explore, options.graph, options.records, options.asks},
                                          [&](const std::string& id) { return cases.find(id); });
    if (!sound) exit_code = kFail;
  }
#ifdef UKETSUKE_SIMULATOR
  if (options.compare &&
      !crosscheck::report_comparison(std::cout, conformance::load_rules(folder),
                                     reader::load_readers(data / "reader_model" / "profiles"),
                                     {options.plant, options.out, options.asks})) {
    exit_code = kFail;
  }
#endif
  return exit_code;
}

}  // namespace

void add_rules(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<RulesOptions>();
  CLI::App* rules = program.add_subcommand(
      "rules", "Print the rules in force, their changes and what is not public; check the reference engine");
  auto* what = rules->add_option_group("what", "at least one of these");
  what->add_option("--date", options->date, "Print the rules in force on this day");
  what->add_option("--diff", options->diff, "Print what changes between two days")->expected(2);
  what->add_flag("--unknown", options->unknown,
                 "List the values that no public source gives, with the defaults used instead");
  what->add_flag(
      "--explore", options->explore,
      "Try every input in every state of the reference engine, for every period, site, card and reader; "
      "check the invariants");
  what->add_option("--graph", options->graph,
                   "Write the engine's states as FILE.dot, or FILE.svg through Graphviz");
  what->add_option(
      "--covered-by", options->records,
      "Print the transitions that a run's records (DIR/records of uketsuke run) cover, and the others");
  rules
      ->add_option(
          "--asks", options->asks,
          "Only sites with these switches: 手術 診療 薬剤 特定健診, each 0 or 1; factory setting 0011. Other "
          "sites are not explored")
      ->check([](const std::string& text) {
        const bool switches = text.size() == 4 && text.find_first_not_of("01") == std::string::npos;
        return switches ? std::string() : "\"" + text + "\" is not four switches such as 0011";
      });
#ifdef UKETSUKE_SIMULATOR
  what->add_flag("--compare", options->compare,
                 "Try every event in every state of the model's firmware and compare it with the reference "
                 "engine; write a shortest scenario for each difference");
  rules->add_option("--plant", options->plant,
                    "With --compare: plant a firmware defect, to check that it is found");
  rules->add_option("-o,--out", options->out, "With --compare: folder for the scenarios of differences")
      ->capture_default_str();
#endif
  what->require_option(1, 0);
  rules->callback([options, &exit_code] { exit_code = run_rules(*options); });
}

}  // namespace uketsuke::cli
