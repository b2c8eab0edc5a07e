#pragma once

#include <CLI/CLI.hpp>

namespace uketsuke::cli {

// Each adds its subcommand to the program. When it is chosen, its work is done by the parser's callback and
// `exit_code` is set.

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
