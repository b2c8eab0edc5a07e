#pragma once

#include <functional>

namespace uketsuke {

/// Runs `body` as SystemC's main program, through `sc_elab_and_sim`: modules may be built and the simulation
/// started in it. Once a process, because the kernel cannot be started again. A SystemC warning or error is
/// an exception.
/// @throws what `body` throws
void in_systemc(const std::function<void()>& body);

}  // namespace uketsuke
