// Cost of a case: fork, SystemC world, reception, judgement. One lane is one core; compare with the time of
// two lanes to see how both scale.
//
//   build/bench/case_bench

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <filesystem>

#include "base/data_root.h"
#include "base/process/forking_heap.h"
#include "base/process/isolated.h"
#include "conformance/director/director.h"
#include "harness/case_job.h"
#include "harness/loading.h"
#include "kernel/main.h"
#include "sim/session/model_source.h"

namespace {

using namespace uketsuke;

/// The shipped suites and the warm state that they need; created once.
struct Shop {
  std::filesystem::path data = data_root();
  harness::Loading loading = harness::load_names(data);
  std::vector<scenario::Case> cases =
      scenario::load_paths({loading.suites}, loading.library, loading.options);
  sim::ModelSource devices{sim::ModelOptions{data, cache_folder(), {}, {}}};
  harness::CaseContext context{devices, loading.catalogue, loading.rules, data};

  Shop() {
    // Cases with pixels cost a hundred times as much: bench/face_bench and bench/render_bench measure them.
    cases.erase(
        std::remove_if(cases.begin(), cases.end(),
                       [](const scenario::Case& one) { return one.vision != scenario::Vision::declared; }),
        cases.end());
    devices.prepare(
        cases.size(), [this](std::size_t i) -> scenario::World { return cases[i]; }, false);
  }
};

Shop& shop() {
  static Shop the_shop;
  return the_shop;
}

using Job = std::function<void(std::size_t, process::Outbox&)>;

/// Processor time of all children that have ended, in ms: the cost of a case even if the machine is shared.
double children_ms() {
  rusage usage{};
  ::getrusage(RUSAGE_CHILDREN, &usage);
  const auto ms = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  return ms(usage.ru_utime) + ms(usage.ru_stime);
}

/// Runs all cases of the suites once per iteration; reports cases per second and core.
void run_all(benchmark::State& state, const Job& job) {
  static const std::atomic<bool> kNever{false};
  process::IsolationLimits limits;
  limits.lanes = static_cast<int>(state.range(0));
  const std::size_t count = shop().cases.size();
  std::size_t incomplete = 0;
  const double before = children_ms();
  for (auto _ : state) {
    process::run_isolated(
        count, [](std::size_t turn) { return turn; }, limits, job,
        [&](process::Outcome&& outcome) { incomplete += outcome.complete ? 0 : 1; }, kNever);
  }
  if (incomplete > 0) state.SkipWithError("a case did not end by itself");
  const double cases = static_cast<double>(state.iterations() * static_cast<long>(count));
  state.counters["cpu_ms/case"] = (children_ms() - before) / cases;
  state.counters["cases/s/core"] =
      benchmark::Counter(cases / static_cast<double>(limits.lanes), benchmark::Counter::kIsRate);
}

void Fork(benchmark::State& state) {
  run_all(state, [](std::size_t, process::Outbox& outbox) { outbox.write_result("x"); });
}

void ForkAndEmptyWorld(benchmark::State& state) {
  run_all(state, [](std::size_t, process::Outbox& outbox) {
    sc_core::sc_start(sc_core::sc_time(1, sc_core::SC_SEC));
    outbox.write_result("x");
  });
}

void ForkAndReception(benchmark::State& state) {
  run_all(state, [](std::size_t index, process::Outbox& outbox) {
    const scenario::Case& test_case = shop().cases[index];
    conformance::perform(test_case, *shop().devices.open(test_case, {}));
    outbox.write_result("x");
  });
}

void WholeCase(benchmark::State& state) {
  run_all(state, [](std::size_t index, process::Outbox& outbox) {
    harness::run_case(shop().cases[index], shop().context, outbox);
  });
}

BENCHMARK(Fork)->ArgName("lanes")->Arg(1)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(ForkAndEmptyWorld)->ArgName("lanes")->Arg(1)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(ForkAndReception)->ArgName("lanes")->Arg(1)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(WholeCase)->ArgName("lanes")->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  process::ParentHeap::use();
  shop();  // warms up before the first measurement
  in_systemc([] { benchmark::RunSpecifiedBenchmarks(); });
  benchmark::Shutdown();
}
