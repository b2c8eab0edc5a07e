// Drives the fuzz target without libFuzzer, which GCC does not have.
//
//   chip_fuzz [APDUS [SEED]]     default: 200,000 APDUs
//   chip_fuzz seeds FOLDER       writes its start inputs, for libFuzzer
//
// Inputs that produce a new pair of instruction and status word are added to those that are mutated next.

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "tests/fuzz/chip_fuzz.h"
#include "tests/fuzz/mutator.h"

namespace {

std::uint64_t number(const char* text) {
  char* end = nullptr;
  const std::uint64_t value = std::strtoull(text, &end, 10);
  if (end == text || *end != '\0') {
    fmt::print(stderr, "chip_fuzz: \"{}\" is no number\n", text);
    std::exit(2);
  }
  return value;
}

int write_seeds(const std::filesystem::path& folder) {
  int count = 0;
  for (const uketsuke::Bytes& input : uketsuke::fuzz::seeds()) {
    const auto path = folder / fmt::format("seed-{}", ++count);
    std::ofstream out(path, std::ios::binary);
    if (!out.write(reinterpret_cast<const char*>(input.data()), static_cast<std::streamsize>(input.size()))) {
      fmt::print(stderr, "chip_fuzz: {}: cannot be written\n", path.string());
      return 2;
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace uketsuke;
  using Clock = std::chrono::steady_clock;
  if (argc == 3 && std::string_view(argv[1]) == "seeds") return write_seeds(argv[2]);
  const std::uint64_t apdus = argc > 1 ? number(argv[1]) : 200'000;
  const std::uint64_t seed = argc > 2 ? number(argv[2]) : 1;

  std::vector<Bytes> corpus = fuzz::seeds();
  fuzz::Mutator mutator(seed);
  const fuzz::Tally& tally = fuzz::tally();
  const auto begin = Clock::now();
  for (const Bytes& input : corpus) LLVMFuzzerTestOneInput(input.data(), input.size());
  std::uint64_t inputs = corpus.size();
  while (tally.apdus < apdus) {
    Bytes input = mutator.next(corpus);
    const std::size_t met = tally.distinct;
    LLVMFuzzerTestOneInput(input.data(), input.size());
    ++inputs;
    if (tally.distinct > met) corpus.push_back(std::move(input));
  }
  const std::chrono::duration<double> took = Clock::now() - begin;
  fmt::print(
      "{} APDUs in {} inputs, {:.1f} s, {:.0f} APDUs/s, {} pairs of instruction and status word, seed {}\n",
      tally.apdus, inputs, took.count(), static_cast<double>(tally.apdus) / took.count(), tally.distinct,
      seed);
  return 0;
}
