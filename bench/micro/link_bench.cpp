// Cost of an APDU in the chip, through the radio link with all its frames, and in SystemC.
//
//   build/bench/link_bench

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <new>
#include <systemc>

#include "kernel/main.h"
#include "reader_model/rf/rf_front_end.h"
#include "scenarios/loader/library.h"
#include "sim/chip/rf/type_b_card.h"
#include "sim/personalisation/card_factory.h"

namespace {

std::int64_t g_allocations = 0;

}  // namespace

// Not inlined: GCC 12 would otherwise report a mismatch of new and free.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++g_allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace uketsuke;

chip::Chip fresh_chip() {
  struct Cards {
    std::filesystem::path source = UKETSUKE_SOURCE_DIR;
    std::filesystem::path cache = std::filesystem::temp_directory_path() / "uketsuke-bench";
    pki::KeyStore keys{cache};
    pki::ArtefactCache artefacts{cache};
    personalisation::CardFactory factory{keys, artefacts, source / "sim/chip/images"};
    scenario::Library library = scenario::load_library(source / "scenarios");
    personalisation::PersonalisedCard card = factory.make(*library.personas.at("sato-hanako"));
  };
  static const Cards cards;
  return chip::Chip(cards.card.image);
}

std::shared_ptr<chip::TypeBCard> fresh_card(const chip::LinkParameters& link = {}) {
  return std::make_shared<chip::TypeBCard>(std::make_shared<chip::ChipApplication>(fresh_chip()), link, 1);
}

constexpr const char* kSelectJpki = "00A4040C0AD392F000260100000001";
const std::vector<const char*> kOpenCertificate = {kSelectJpki, "00A4020C02000A"};

struct CountBlocks : reader::FrameObserver {
  std::int64_t frames = 0;
  void field(Duration, bool) override {}
  void frame(const reader::AirFrame&) override { ++frames; }
};

void direct(benchmark::State& state, const char* command) {
  chip::Chip chip = fresh_chip();
  chip.power_on();
  chip::Answer answer;
  for (const char* before : kOpenCertificate) chip.transmit(from_hex(before), answer);
  const Bytes bytes = from_hex(command);
  for (auto _ : state) {
    chip.transmit(bytes, answer);
    benchmark::DoNotOptimize(answer);
  }
  state.SetItemsProcessed(state.iterations());
}

void link(benchmark::State& state, const char* command) {
  const auto card = fresh_card();
  CountBlocks count;
  reader::CardLink link(*card, {}, &count);
  link.activate(Duration::zero());
  Bytes answer;
  for (const char* before : kOpenCertificate) link.transceive(from_hex(before), answer);
  const Bytes bytes = from_hex(command);
  link.transceive(bytes, answer);  // buffers have their final size from here on
  count.frames = 0;
  const std::int64_t allocations = g_allocations;
  for (auto _ : state) {
    if (!link.transceive(bytes, answer)) state.SkipWithError("card lost");
  }
  state.counters["allocations"] = static_cast<double>(g_allocations - allocations);
  state.SetItemsProcessed(state.iterations());
  state.counters["blocks/s"] =
      benchmark::Counter(static_cast<double>(count.frames), benchmark::Counter::kIsRate);
}

reader::RfFrontEnd* g_front_end = nullptr;  // created before the simulation starts

void systemc(benchmark::State& state, const char* command) {
  g_front_end->card_entered(fresh_card());
  for (const char* before : kOpenCertificate) g_front_end->transceive(from_hex(before));
  const Bytes bytes = from_hex(command);
  for (auto _ : state) {
    if (!g_front_end->transceive(bytes)) state.SkipWithError("card lost");
  }
  g_front_end->card_left();
  state.SetItemsProcessed(state.iterations());
}

constexpr const char* kQueryFile = "00A4020C02000A";
constexpr const char* kRead = "00B0000000";         // 256 bytes: two blocks
constexpr const char* kReadAll = "00B00000000640";  // 1,600 bytes: seven blocks

constexpr int kInSystemc = 200'000;  // each adds an event to the record

BENCHMARK_CAPTURE(direct, select, kQueryFile);
BENCHMARK_CAPTURE(direct, read_256, kRead);
BENCHMARK_CAPTURE(direct, read_1600, kReadAll);
BENCHMARK_CAPTURE(link, select, kQueryFile);
BENCHMARK_CAPTURE(link, read_256, kRead);
BENCHMARK_CAPTURE(link, read_1600, kReadAll);
BENCHMARK_CAPTURE(systemc, select, kQueryFile)->Iterations(kInSystemc);
BENCHMARK_CAPTURE(systemc, read_256, kRead)->Iterations(kInSystemc);
BENCHMARK_CAPTURE(systemc, read_1600, kReadAll)->Iterations(kInSystemc);

void Activate(benchmark::State& state) {
  const auto card = fresh_card();
  Duration now{};
  for (auto _ : state) {
    reader::CardLink link(*card, {});
    if (!link.activate(now)) state.SkipWithError("no card");
    now = link.now();
    link.switch_off(now);
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(Activate);

/// Runs all benchmarks in a thread process, in which the front end can wait.
class Bench : public sc_core::sc_module {
 public:
  explicit Bench(sc_core::sc_module_name name) : sc_module(name), front_end_("rf", {}, record_) {
    SC_HAS_PROCESS(Bench);
    SC_THREAD(run);
    set_stack_size(4 << 20);
    record_.set_clock([] { return Duration{}; });
    g_front_end = &front_end_;
  }

 private:
  record::Record record_;
  reader::RfFrontEnd front_end_;

  void run() { benchmark::RunSpecifiedBenchmarks(); }
};

}  // namespace

int main(int argc, char* argv[]) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  uketsuke::in_systemc([] {
    Bench bench("bench");
    sc_core::sc_start();
  });
}
