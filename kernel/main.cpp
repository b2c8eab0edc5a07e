#include "kernel/main.h"

#include <cstdlib>
#include <exception>
#include <systemc>

#include "kernel/time.h"

namespace uketsuke {

namespace {

const std::function<void()>* g_body = nullptr;
std::exception_ptr g_failure;

/// SystemC's context is created before `main`, outside the memory that forked children share without writing
/// (base/process/forking_heap.h), because the children write to it.
[[maybe_unused]] const sc_core::sc_simcontext* const g_context = sc_core::sc_get_curr_simcontext();

/// Makes each of SystemC's memory pools take its first block now, and not in every child. The sizes are those
/// of its pools. The blocks come from the ordinary heap, whose free lists are spread all over it.
void warm_up_pools() {
  for (std::size_t bytes = 8; bytes <= 128; bytes += 8)
    sc_core::sc_mempool::release(sc_core::sc_mempool::allocate(bytes), bytes);
}

}  // namespace

void in_systemc(const std::function<void()>& body) {
  g_body = &body;
  g_failure = nullptr;
  // The kernel prints its notice at every start, which means for every case; NOTICE.md contains it.
  ::setenv("SYSTEMC_DISABLE_COPYRIGHT_MESSAGE", "1", 1);  // NOLINT(concurrency-mt-unsafe)
  sc_core::sc_report_handler::set_actions(sc_core::SC_WARNING, sc_core::SC_THROW);
  sc_core::sc_report_handler::set_actions(sc_core::SC_ERROR, sc_core::SC_THROW);
  warm_up_pools();
  char name[] = "uketsuke";
  char* arguments[] = {name, nullptr};
  sc_core::sc_elab_and_sim(1, arguments);
  if (g_failure) std::rethrow_exception(g_failure);
}

}  // namespace uketsuke

/// Called by `sc_elab_and_sim`. No exception may pass through the kernel: it would be printed and lost.
int sc_main(int, char*[]) {
  try {
    uketsuke::sc_now();  // determines the kernel's time unit once, before any fork
    (*uketsuke::g_body)();
  } catch (...) {
    uketsuke::g_failure = std::current_exception();
  }
  return 0;
}
