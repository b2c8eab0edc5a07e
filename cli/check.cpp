// uketsuke check PATH…: validates scenarios without running them.

#include <fmt/format.h>

#include <iostream>

#include "base/data_root.h"
#include "base/exit_code.h"
#include "cli/commands.h"
#include "harness/loading.h"

namespace uketsuke::cli {

void add_check(CLI::App& program, int& exit_code) {
  auto paths = std::make_shared<std::vector<std::filesystem::path>>();
  CLI::App* check = program.add_subcommand("check", "Validate scenarios without running them");
  check->add_option("PATH", *paths, "Suites or folders of suites. Default: the suites of the product");
  check->callback([paths, &exit_code] {
    const harness::Loading loading = harness::load_names(data_root());
    const auto wanted = paths->empty() ? std::vector{loading.suites} : *paths;
    const auto errors = scenario::check_paths(wanted, loading.library, loading.options);
    for (const InputError& error : errors) std::cerr << error.what() << '\n';
    if (!errors.empty()) {
      exit_code = kBadInput;
      return;
    }
    std::cout << fmt::format("{} cases, all valid\n",
                             scenario::list_paths(wanted, loading.library, loading.options).size());
  });
}

}  // namespace uketsuke::cli
