#include <cstdlib>
#include <iostream>

#include "base/error.h"
#include "base/exit_code.h"
#include "cli/commands.h"

namespace {

int run(int argc, char** argv) {
  CLI::App program{"Uketsuke: simulator and conformance tests for face-authentication card readers",
                   "uketsuke"};
  program.set_version_flag("--version", "uketsuke " UKETSUKE_VERSION);
  program.require_subcommand(1);
  int exit_code = uketsuke::kPass;
  uketsuke::cli::add_check(program, exit_code);
  uketsuke::cli::add_cost(program, exit_code);
  uketsuke::cli::add_oqs(program, exit_code);
  uketsuke::cli::add_rules(program, exit_code);
  uketsuke::cli::add_run(program, exit_code);
#ifdef UKETSUKE_SIMULATOR
  uketsuke::cli::add_card(program, exit_code);
  uketsuke::cli::add_render(program, exit_code);
  uketsuke::cli::add_evaluate(program, exit_code);
#endif
  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return program.exit(help);
  } catch (const CLI::ParseError& error) {
    std::cerr
        << "uketsuke: " << error.what()
        << "\nRun uketsuke --help for the commands, or uketsuke COMMAND --help for the options of one.\n";
    return uketsuke::kBadInput;
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const uketsuke::InputError& error) {
    std::cerr << error.what() << '\n';
    return uketsuke::kBadInput;
  } catch (const std::exception& error) {
    std::cerr << "uketsuke: " << error.what() << '\n';
    return uketsuke::kHarness;
  }
}
