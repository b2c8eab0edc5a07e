// uketsuke cost: what a patient pays at the window, with the formula and the source of the rule.

#include <iostream>

#include "base/data_root.h"
#include "cli/commands.h"
#include "conformance/cost/report.h"

namespace uketsuke::cli {

namespace cost = conformance::cost;

namespace {

struct CostOptions {
  cost::QuestionText question;
  bool json = false;
};

void print_cost(const CostOptions& options) {
  const cost::Question question = cost::read_question(options.question);
  const cost::Answer answer =
      cost::answer(cost::load_money_rules(data_root() / "conformance/rules"), question);
  std::cout << (options.json ? cost::as_json(answer) : cost::as_text(answer));
}

}  // namespace

void add_cost(CLI::App& program, int& /*exit_code*/) {
  auto options = std::make_shared<CostOptions>();
  cost::QuestionText& question = options->question;
  CLI::App* command = program.add_subcommand(
      "cost",
      "What a patient pays at the window for a month's treatment: share, ceiling (高額療養費), refund");
  command
      ->add_option("--class", question.income_class,
                   "Class of the limit information, by name or code: ウ or A03, 一般 or B04")
      ->required();
  command->add_option("--total", question.total, "Cost of treatment in yen (10割)")->required();
  command->add_option("--date", question.date, "Day of the treatment, such as 2024-11-01")->required();
  command->add_option("--age", question.age, "Age in years");
  command->add_option(
      "--born", question.born,
      "Date of birth, such as 1950-05-01; decides school age, 70 and the month of the 75th birthday");
  command->add_option("--share", question.share, "1, 2 or 3 (割), if class, age and date do not decide it");
  command->add_flag("--outpatient", question.outpatient, "Use the ceiling of one person's visits (from 70)");
  command->add_flag("--household", question.household, "Use the ceiling with stays in hospital (from 70)");
  command->add_flag("--multiple", question.multiple,
                    "4th or later month at the ceiling within 12 months (多数回)");
  command->add_flag("--json", options->json, "Print JSON");
  command->callback([options] { print_cost(*options); });
}

}  // namespace uketsuke::cli
