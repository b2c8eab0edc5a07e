// uketsuke run [PATH…]: runs scenarios on the simulated reader and writes the reports.

#include <unistd.h>

#include <thread>

#include "cli/commands.h"
#include "cli/run/run.h"
#include "reader_model/firmware/defect.h"

namespace uketsuke::cli {

namespace {

std::vector<std::string> defect_names() {
  std::vector<std::string> names;
  for (const auto& [defect, name] : enum_names(reader::Defect{})) names.emplace_back(name);
  return names;
}

}  // namespace

void add_run(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<RunOptions>();
  auto defect = std::make_shared<std::string>();
  CLI::App* run =
      program.add_subcommand("run", "Run scenarios on the simulated reader and write the reports");
  run->add_option("PATH", options->paths,
                  "Suites or folders of suites; without one, the suites of the product");
  run->add_option("-j,--jobs", options->jobs, "Cases at a time; without it, one a processor")
      ->check(CLI::Range(1, 256));
  run->add_option("--filter", options->filter,
                  "Only cases whose id matches this regular expression (ECMAScript)");
  run->add_option("--tag", options->tags, "Only cases with this tag; several: any of them");
  run->add_option("--seed", options->seed, "Seed of what varies between runs: hands, challenges")
      ->capture_default_str();
  run->add_flag("--shuffle", options->shuffle,
                "Start the cases in an order drawn from the seed; results stay the same");
  run->add_option("-o,--out", options->out, "Folder for results and reports")->capture_default_str();
  run->add_option("--case-seconds", options->case_seconds, "Wall time after which a case is ended as hanging")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  run->add_option("--plant", *defect, "Plant a firmware defect, to see the tests fail")
      ->check(CLI::IsMember(defect_names()));
  run->add_flag("--trace", options->trace,
                "Write the radio frames between reader and card to DIR/traces (pcapng); PINs, My Number and "
                "photo are hidden");
  run->add_flag("--trace-secrets", options->trace_secrets, "Write traces that hide nothing");
  run->callback([options, defect, &exit_code] {
    if (!defect->empty()) options->defect = from_name<reader::Defect>(*defect);
    if (options->jobs == 0)
      options->jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    exit_code = run_scenarios(*options);
  });
}

}  // namespace uketsuke::cli
