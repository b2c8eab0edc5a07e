#pragma once

#include <filesystem>
#include <string>

#include "conformance/exploration/explore.h"

namespace uketsuke::conformance {

/// The engine's phases and what leads from one to the next, in Graphviz's language. Inputs with the same two
/// ends share an arrow; what can happen anywhere (card taken) is drawn once, in a note.
std::string to_dot(const Exploration& exploration, const std::string& title);

/// Writes the picture: `.dot` as it is, `.svg` through Graphviz's `dot`.
/// @throws InputError for another ending; SystemError where `dot` is not installed or fails
void write_graph(const std::string& dot, const std::filesystem::path& file);

}  // namespace uketsuke::conformance
