#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <iterator>

#include "tests/fuzz/chip_fuzz.h"

namespace uketsuke::fuzz {

namespace {

constexpr std::size_t kMostSteps = 40;

// Limits, lengths, classes and instructions: values at which a card's behaviour changes.
constexpr std::uint8_t kTelling[] = {0x00, 0x01, 0x02, 0x04, 0x08, 0x0C, 0x10, 0x1F, 0x20, 0x24, 0x2A,
                                     0x32, 0x40, 0x7F, 0x80, 0x81, 0x82, 0x84, 0x86, 0x88, 0x96, 0x97,
                                     0x98, 0xA2, 0xA4, 0xAE, 0xB0, 0xB2, 0xC1, 0xCA, 0xFC, 0xFF};

/// Splits an input into steps; the first element is its byte of policies.
std::vector<Bytes> split(const Bytes& input) {
  std::vector<Bytes> steps;
  if (input.empty()) return {Bytes{0}};
  steps.push_back({input[0]});
  for (std::size_t at = 1; at < input.size();) {
    std::size_t size = kStepHead;
    if (at + kStepHead <= input.size()) {
      const auto kind = static_cast<Step>(input[at] % kSteps);
      if (kind == apdu) size += static_cast<std::size_t>(input[at + 1] << 8 | input[at + 2]);
      if (kind == long_apdu) size += kLongHead;
    }
    size = std::min(size, input.size() - at);
    const auto from = input.begin() + static_cast<long>(at);
    steps.emplace_back(from, from + static_cast<long>(size));
    at += size;
  }
  return steps;
}

Bytes join(const std::vector<Bytes>& steps) {
  Bytes input;
  for (const Bytes& one : steps) input.insert(input.end(), one.begin(), one.end());
  return input;
}

}  // namespace

void Mutator::change_bytes(Bytes& command) {
  const std::size_t at = command.empty() ? 0 : below(command.size());
  const auto place = command.begin() + static_cast<long>(at);
  switch (command.empty() ? 3 : below(6)) {
    case 0:
      *place ^= static_cast<std::uint8_t>(1U << below(8));
      break;
    case 1:
      *place = kTelling[below(std::size(kTelling))];
      break;
    case 2:
      *place = static_cast<std::uint8_t>(random_());
      break;
    case 3:
      command.insert(place, kTelling[below(std::size(kTelling))]);
      break;
    case 4:
      command.erase(place);
      break;
    default:
      command.resize(at);  // truncated: header, Lc, data or Le
  }
}

void Mutator::change_command(Bytes& command) {
  switch (below(8)) {
    case 0:  // another class or channel
      if (!command.empty()) command[0] = static_cast<std::uint8_t>(random_());
      break;
    case 1:  // P1 or P2
      if (command.size() > 3) command[2 + below(2)] = static_cast<std::uint8_t>(random_());
      break;
    case 2:  // Lc or Le
      if (command.size() > 4) command[4] = static_cast<std::uint8_t>(command[4] + below(5) - 2);
      break;
    case 3:  // the extended form
      if (command.size() > 5) command.insert(command.begin() + 4, {0x00, 0x00});
      break;
    case 4:  // Le appended
      command.insert(command.end(), 1 + below(3), static_cast<std::uint8_t>(random_()));
      break;
    default:
      for (std::size_t i = 0; i <= below(4); ++i) change_bytes(command);
  }
}

void Mutator::change_steps(std::vector<Bytes>& steps, const std::vector<Bytes>& corpus) {
  const auto place = [&] { return steps.begin() + static_cast<long>(1 + below(steps.size())); };
  switch (below(6)) {
    case 0:
      steps[0] = {static_cast<std::uint8_t>(random_())};
      break;
    case 1:
      steps.insert(place(),
                   step(static_cast<Step>(power + below(3)), static_cast<std::uint16_t>(below(1200))));
      break;
    case 2:
      if (steps.size() > 1) steps.erase(steps.begin() + static_cast<long>(1 + below(steps.size() - 1)));
      break;
    case 3:
      if (steps.size() > 1) {
        const Bytes again = steps[1 + below(steps.size() - 1)];
        steps.insert(place(), 1 + below(4), again);  // repeating a PIN four times blocks it
      }
      break;
    default: {
      const std::vector<Bytes> other = split(corpus[below(corpus.size())]);
      const std::size_t from = 1 + below(other.size());
      steps.insert(place(), other.begin() + static_cast<long>(std::min(from, other.size())), other.end());
    }
  }
  if (steps.size() > kMostSteps) steps.resize(kMostSteps);
}

Bytes Mutator::next(const std::vector<Bytes>& corpus) {
  std::vector<Bytes> steps = split(corpus[below(corpus.size())]);
  for (std::size_t i = 0; i <= below(3); ++i) change_steps(steps, corpus);
  for (std::size_t i = 0; i <= below(4) && steps.size() > 1; ++i) {
    Bytes& chosen = steps[1 + below(steps.size() - 1)];
    if (chosen.size() < kStepHead || chosen[0] % kSteps != apdu) continue;
    Bytes command(chosen.begin() + kStepHead, chosen.end());
    change_command(command);
    chosen = step(apdu, static_cast<std::uint16_t>(std::min<std::size_t>(command.size(), 0xFFFF)), command);
  }
  Bytes input = join(steps);
  if (below(16) == 0) change_bytes(input);  // and sometimes without regard to its form
  return input;
}

}  // namespace uketsuke::fuzz
