// What an APDU costs in the chip, without radio and without SystemC.
//
//   build/bench/chip_bench

#include <benchmark/benchmark.h>

#include "scenarios/loader/library.h"
#include "sim/chip/chip.h"
#include "sim/personalisation/card_factory.h"
#include "sim/personalisation/card_numbers.h"

namespace {

using namespace uketsuke;

struct Cards {
  std::filesystem::path source = UKETSUKE_SOURCE_DIR;
  std::filesystem::path cache = std::filesystem::temp_directory_path() / "uketsuke-bench";
  pki::KeyStore keys{cache};
  pki::ArtefactCache artefacts{cache};
  personalisation::CardFactory factory{keys, artefacts, source / "sim/chip/images"};
  scenario::Library library = scenario::load_library(source / "scenarios");
  personalisation::PersonalisedCard card = factory.make(*library.personas.at("sato-hanako"));
};

chip::Chip fresh_chip() {
  static const Cards cards;
  chip::Chip chip(cards.card.image);
  chip.power_on();
  return chip;
}

void exchange(benchmark::State& state, const std::vector<const char*>& before, const char* command) {
  chip::Chip chip = fresh_chip();
  chip::Answer answer;
  for (const char* prior : before) chip.transmit(from_hex(prior), answer);
  const Bytes bytes = from_hex(command);
  for (auto _ : state) {
    chip.transmit(bytes, answer);
    benchmark::DoNotOptimize(answer);
  }
  state.SetItemsProcessed(state.iterations());
  state.SetLabel(to_hex(Bytes(answer.bytes.end() - 2, answer.bytes.end())));
}

constexpr const char* kSelectJpki = "00A4040C0AD392F000260100000001";
constexpr const char* kSelectPin = "00A4020C020018";
constexpr const char* kSelectCertificate = "00A4020C02000A";

void SelectApplication(benchmark::State& state) { exchange(state, {}, kSelectJpki); }
void SelectFile(benchmark::State& state) { exchange(state, {kSelectJpki}, kSelectPin); }
void ReadBinary256(benchmark::State& state) {
  exchange(state, {kSelectJpki, kSelectCertificate}, "00B0000000");
}
void QueryTries(benchmark::State& state) { exchange(state, {kSelectJpki, kSelectPin}, "00200080"); }
void UnknownInstruction(benchmark::State& state) { exchange(state, {}, "00FF0000"); }

void Sign(benchmark::State& state) {
  const std::string digest = "3031300D060960864801650304020105000420" + std::string(64, 'A');
  const std::string command =
      "802A000033" + digest + "00";  // the card-face application's own key needs no PIN
  exchange(state, {"00A4040C0AD3921000310001010402"}, command.c_str());
}

BENCHMARK(SelectApplication);
BENCHMARK(SelectFile);
BENCHMARK(ReadBinary256);
BENCHMARK(QueryTries);
BENCHMARK(UnknownInstruction);
BENCHMARK(Sign)->Unit(benchmark::kMicrosecond);

}  // namespace
