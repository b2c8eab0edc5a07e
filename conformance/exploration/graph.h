#pragma once

#include <filesystem>
#include <string>

#include "conformance/exploration/explore.h"

namespace uketsuke::conformance {

/// The engine's phases and the transitions between them, in Graphviz's language. Inputs with the same two
/// ends share an arrow; inputs possible anywhere (card taken) are listed once, in a note.
std::string to_dot(const Exploration& exploration, const std::string& title);

/// Writes the graph: `.dot` unchanged, `.svg` through Graphviz's `dot`.
/// @throws InputError for another extension; SystemError if `dot` is not installed or fails
void write_graph(const std::string& dot, const std::filesystem::path& file);

}  // namespace uketsuke::conformance
