#pragma once

#include <ostream>

namespace uketsuke {

/// Prints SystemC's modules, ports and exports as a tree, a line each: name, what it is, and its class or
/// interface. Processes, events and SystemC's own objects are left out.
///
/// Call it after elaboration.
void print_hierarchy(std::ostream& out);

}  // namespace uketsuke
