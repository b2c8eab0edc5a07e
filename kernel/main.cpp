#include "kernel/main.h"

#include <cstdlib>
#include <exception>
#include <systemc>

#include "kernel/time.h"

namespace uketsuke {

namespace {

const std::function<void()>* g_body = nullptr;
std::exception_ptr g_failure;

}  // namespace

void in_systemc(const std::function<void()>& body) {
  g_body = &body;
  g_failure = nullptr;
  // The kernel prints its notice at every start, which here is every case; NOTICE.md has it once.
  ::setenv("SYSTEMC_DISABLE_COPYRIGHT_MESSAGE", "1", 1);  // NOLINT(concurrency-mt-unsafe)
  sc_core::sc_report_handler::set_actions(sc_core::SC_WARNING, sc_core::SC_THROW);
  sc_core::sc_report_handler::set_actions(sc_core::SC_ERROR, sc_core::SC_THROW);
  char name[] = "uketsuke";
  char* arguments[] = {name, nullptr};
  sc_core::sc_elab_and_sim(1, arguments);
  if (g_failure) std::rethrow_exception(g_failure);
}

}  // namespace uketsuke

/// What `sc_elab_and_sim` calls. An exception may not pass through the kernel: it would be printed and lost.
int sc_main(int, char*[]) {
  try {
    uketsuke::sc_now();  // learns the kernel's unit of time once, before anybody forks
    (*uketsuke::g_body)();
  } catch (...) {
    uketsuke::g_failure = std::current_exception();
  }
  return 0;
}
