// Cost of an APDU in the chip, without radio and without SystemC.
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
  // The card-face application's own key needs no PIN.
  const std::string command = "802A000033" + digest + "00";
  exchange(state, {"00A4040C0AD3921000310001010402"}, command.c_str());
}

/// What readers and client software send to every application of the card, without cryptography: items are
/// APDUs.
void MixOfApplications(benchmark::State& state) {
  const char* mix[] = {kSelectJpki,
                       kSelectPin,
                       "00200080",
                       kSelectCertificate,
                       "00B0000004",
                       "00B0000000",
                       "00B0010000",
                       "00B086000F",
                       "00A4020C020001",
                       "00B0000004",  // 6982: the signing certificate
                       "00A4040C0AD3921000310001010402",
                       "00200092",
                       "00B0840000",
                       "00B0820004",  // 券面事項確認
                       "00A4040C0AD3921000310001010408",
                       "00B0850000",
                       "00200091",
                       "00B0810010",  // 券面事項入力補助
                       "00A4040C0AD3921000310001010100",
                       "00B2010C00",
                       "00B0820010",  // 共通
                       "00A4040C0AD3921000310001010401",
                       "0020009C",
                       "00B2011400",  // 住基
                       "00CA00F000",
                       "00CA5F5100",
                       "0084000008",
                       "00A4040C07627601FF000000",
                       "00C0000000",
                       "01B0000000"};
  std::vector<Bytes> commands;
  for (const char* command : mix) commands.push_back(from_hex(command));
  chip::Chip chip = fresh_chip();
  chip::Answer answer;
  for (auto _ : state) {
    for (const Bytes& command : commands) {
      chip.transmit(command, answer);
      benchmark::DoNotOptimize(answer);
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(commands.size()));
}

BENCHMARK(MixOfApplications);
BENCHMARK(SelectApplication);
BENCHMARK(SelectFile);
BENCHMARK(ReadBinary256);
BENCHMARK(QueryTries);
BENCHMARK(UnknownInstruction);
BENCHMARK(Sign)->Unit(benchmark::kMicrosecond);

}  // namespace
