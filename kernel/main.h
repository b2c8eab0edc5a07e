#pragma once

#include <functional>

namespace uketsuke {

/// Runs `body` as SystemC's main program, through `sc_elab_and_sim`: it may create modules and start the
/// simulation. Once per process, because the kernel cannot be restarted. A SystemC warning or error is thrown
/// as an exception.
/// @throws what `body` throws
void in_systemc(const std::function<void()>& body);

}  // namespace uketsuke
