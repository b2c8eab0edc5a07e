#pragma once

#include <CLI/CLI.hpp>

namespace uketsuke::cli {

// Each function adds its subcommand to the program. The parser's callback runs the chosen subcommand and sets
// `exit_code`.

void add_check(CLI::App& program, int& exit_code);
void add_cost(CLI::App& program, int& exit_code);
void add_oqs(CLI::App& program, int& exit_code);
void add_rules(CLI::App& program, int& exit_code);
void add_run(CLI::App& program, int& exit_code);
#ifdef UKETSUKE_SIMULATOR
void add_card(CLI::App& program, int& exit_code);
void add_evaluate(CLI::App& program, int& exit_code);
void add_render(CLI::App& program, int& exit_code);
#endif

}  // namespace uketsuke::cli
