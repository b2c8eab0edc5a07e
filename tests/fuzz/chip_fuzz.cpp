// Arbitrary bytes as commands for the card. With clang this is the libFuzzer target; otherwise fuzz_loop.cpp
// drives it.

#include "tests/fuzz/chip_fuzz.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/fuzz_card.h"

namespace uketsuke::fuzz {

namespace {

[[noreturn]] void broken(const char* promise, const Bytes& command) {
  std::fprintf(stderr, "chip_fuzz: %s\n  command: %s\n", promise, to_hex(command).substr(0, 2000).c_str());
  std::abort();
}

void require(bool kept, const char* promise, const Bytes& command) {
  if (!kept) broken(promise, command);
}

/// Reads an input from its front; if bytes run out, it returns fewer.
class Reader {
 public:
  Reader(const std::uint8_t* data, std::size_t size) : at_(data), end_(data + size) {}

  bool done() const { return at_ == end_; }
  std::uint8_t byte() { return done() ? 0 : *at_++; }
  std::uint16_t number() {
    const int high = byte();
    return static_cast<std::uint16_t>(high << 8 | byte());
  }
  void bytes(std::size_t count, Bytes& into) {
    const auto taken = std::min<std::size_t>(count, static_cast<std::size_t>(end_ - at_));
    into.assign(at_, at_ + taken);
    at_ += taken;
  }

 private:
  const std::uint8_t* at_;
  const std::uint8_t* end_;
};

/// A card under test, and the checks of its guarantees.
class Subject {
 public:
  explicit Subject(std::uint8_t policies) : chip_(fuzz_chip(policies)) { chip_.power_on(); }

  void send(const Bytes& command) {
    const chip::ChipState before = chip_.state();
    chip_.transmit(command, answer_);
    check_answer(command);
    check_tries(before, command);
    Tally& all = tally();
    ++all.apdus;
    const std::size_t pair = (command.size() > 1 ? command[1] : 0U) << 16 | answer_.status();
    if (!all.pairs[pair]) {
      all.pairs[pair] = true;
      ++all.distinct;
    }
  }

  void cycle() {
    chip_.power_off();
    chip_.power_on();
  }

  void tear(std::uint16_t units) {
    const chip::ChipState before = chip_.state();
    chip_.tear_off(std::chrono::microseconds(10) * units);
    for (std::size_t i = 0; i < before.secrets.size(); ++i) {
      const int most = chip_.image().secrets[i].max_tries;
      require(chip_.state().secrets[i].tries_left <= most, "a torn card has more tries than it may", {});
    }
    chip_.power_on();
  }

  void reset() { chip_.warm_reset(); }

 private:
  chip::Chip chip_;
  chip::Answer answer_;

  void check_answer(const Bytes& command) const {
    require(answer_.bytes.size() >= 2, "an answer without a status word", command);
    const int sw1 = answer_.status() >> 8;
    require(sw1 == 0x90 || (sw1 >= 0x62 && sw1 <= 0x6F), "a status word outside ISO/IEC 7816-4", command);
    require(sw1 != 0x61 && sw1 != 0x6C, "a status word that asks for another command", command);
    require(sw1 == 0x90 || answer_.bytes.size() == 2, "data with an error", command);
    chip::Command parsed;
    const bool whole = chip::parse(command, parsed) == chip::ApduError::none;
    require(whole || sw1 != 0x90, "success for a command that is none", command);
    require(parsed.cla == 0x08 || answer_.data().size <= parsed.le.value_or(0), "more data than Le", command);
  }

  void check_tries(const chip::ChipState& before, const Bytes& command) const {
    int changed = 0;
    for (std::size_t i = 0; i < before.secrets.size(); ++i) {
      const int was = before.secrets[i].tries_left;
      const int is = chip_.state().secrets[i].tries_left;
      if (was == is) continue;
      ++changed;
      require(command[1] == 0x20, "a counter changed by another command than VERIFY", command);
      require(is == was - 1 || answer_.status() == chip::sw::kOk, "a counter that went up without success",
              command);
      require(was > 0, "a blocked secret that came back", command);
    }
    require(changed <= 1, "one command changed two counters", command);
  }
};

}  // namespace

Bytes step(Step kind, std::uint16_t number, const Bytes& command) {
  Bytes bytes(kStepHead + command.size());
  bytes[0] = kind;
  bytes[1] = static_cast<std::uint8_t>(number >> 8);
  bytes[2] = static_cast<std::uint8_t>(number);
  std::copy(command.begin(), command.end(), bytes.begin() + kStepHead);
  return bytes;
}

Tally& tally() {
  static Tally all;
  return all;
}

}  // namespace uketsuke::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace uketsuke;
  fuzz::Reader input(data, size);
  fuzz::Subject subject(input.byte());
  Bytes command;
  while (!input.done()) {
    const auto kind = static_cast<fuzz::Step>(input.byte() % fuzz::kSteps);
    const std::uint16_t number = input.number();
    switch (kind) {
      case fuzz::long_apdu:
        input.bytes(fuzz::kLongHead, command);
        command.resize(command.size() + number, 0x5A);
        subject.send(command);
        break;
      case fuzz::power:
        subject.cycle();
        break;
      case fuzz::tear:
        subject.tear(number);
        break;
      case fuzz::warm:
        subject.reset();
        break;
      default:
        input.bytes(number, command);
        subject.send(command);
    }
  }
  return 0;
}
