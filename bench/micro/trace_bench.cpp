// Cost of a trace: frames through the writer alone, and APDUs through the radio link with and without a
// trace.
//
//   build/bench/trace_bench
//
// Traces go to $TMPDIR or /tmp and are removed; a new file is started after each kApdus commands, as for
// cards.

#include <benchmark/benchmark.h>

#include <filesystem>

#include "reader_model/rf/card_link.h"
#include "reports/trace/crc_b.h"
#include "scenarios/loader/library.h"
#include "sim/chip/rf/type_b_card.h"
#include "sim/personalisation/card_factory.h"
#include "sim/session/air_trace.h"

namespace {

using namespace uketsuke;

constexpr int kApdus = 1000;  // one card session

/// A folder for traces, removed at the end.
struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / "uketsuke-trace-bench";
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
};

trace::TracedCase a_case() {
  return {"bench", "bench", {"計測", "bench"}, {}, "model", date::sys_days(date::year(2024) / 10 / 7)};
}

const personalisation::PersonalisedCard& card() {
  static const std::filesystem::path source = UKETSUKE_SOURCE_DIR;
  static const std::filesystem::path cache = std::filesystem::temp_directory_path() / "uketsuke-bench";
  static pki::KeyStore keys{cache};
  static pki::ArtefactCache artefacts{cache};
  static personalisation::CardFactory factory{keys, artefacts, source / "sim/chip/images"};
  static const scenario::Library library = scenario::load_library(source / "scenarios");
  static const personalisation::PersonalisedCard made = factory.make(*library.personas.at("sato-hanako"));
  return made;
}

/// Sends a command through the link kApdus times per iteration, after the preparatory commands.
void exchange(benchmark::State& state, const std::vector<const char*>& before, const char* command,
              bool traced) {
  const Folder folder;
  chip::TypeBCard radio(std::make_shared<chip::ChipApplication>(chip::Chip(card().image)), {}, 1);
  sim::AirTrace air({folder.path, "bench", false}, a_case());
  reader::LinkSettings settings;
  settings.bit_rate = 424;
  reader::CardLink link(radio, settings, traced ? &air : nullptr);
  const Bytes bytes = from_hex(command);
  Bytes answer;
  for (auto _ : state) {
    if (!link.activate(link.now())) state.SkipWithError("the card does not answer");
    for (const char* prior : before) link.transceive(from_hex(prior), answer);
    for (int i = 0; i < kApdus; ++i) {
      if (!link.transceive(bytes, answer)) state.SkipWithError("the card is lost");
    }
    link.switch_off(link.now());
    for (const auto& file : std::filesystem::directory_iterator(folder.path)) std::filesystem::remove(file);
  }
  state.SetItemsProcessed(state.iterations() * kApdus);
  state.SetLabel(to_hex(Bytes(answer.end() - 2, answer.end())));
}

constexpr const char* kSelectJpki = "00A4040C0AD392F000260100000001";
constexpr const char* kSelectPin = "00A4020C020018";
constexpr const char* kSelectCertificate = "00A4020C02000A";

void SelectFile(benchmark::State& state) { exchange(state, {kSelectJpki}, kSelectPin, state.range(0) != 0); }
void QueryTries(benchmark::State& state) {
  exchange(state, {kSelectJpki, kSelectPin}, "00200080", state.range(0) != 0);
}
void ReadBinary256(benchmark::State& state) {
  exchange(state, {kSelectJpki, kSelectCertificate}, "00B0000000", state.range(0) != 0);
}

/// Writes frames of a given size, as I-blocks of a command of which nothing is hidden.
void WriteFrame(benchmark::State& state) {
  const Folder folder;
  trace::LinkTrace trace({folder.path, "bench", false}, a_case());
  Bytes frame(static_cast<std::size_t>(state.range(0)), 0);
  frame[0] = 0x02;
  const std::uint16_t crc = trace::crc_b(frame.data(), frame.size() - 2);
  frame[frame.size() - 2] = static_cast<std::uint8_t>(crc);
  frame[frame.size() - 1] = static_cast<std::uint8_t>(crc >> 8U);
  Duration at{};
  for (auto _ : state) {
    trace.frame({at, false, frame, 424});
    at += std::chrono::microseconds(1);
  }
  trace.finish();
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK(WriteFrame)->Arg(9)->Arg(64)->Arg(256);
BENCHMARK(SelectFile)->ArgName("traced")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);
BENCHMARK(QueryTries)->ArgName("traced")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);
BENCHMARK(ReadBinary256)->ArgName("traced")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
