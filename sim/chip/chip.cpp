#include "sim/chip/chip.h"

#include <stdexcept>
#include <utility>

#include "sim/chip/execution.h"

namespace uketsuke::chip {

StatusWord Answer::status() const {
  if (bytes.size() < 2) return 0;
  return static_cast<StatusWord>(bytes[bytes.size() - 2] << 8 | bytes[bytes.size() - 1]);
}

ByteView Answer::data() const { return {bytes.data(), bytes.size() < 2 ? 0 : bytes.size() - 2}; }

Chip::Chip(std::shared_ptr<const CardImage> image, ChipTiming timing, std::uint64_t seed)
    : Chip(image, timing, ChipState(*image), seed) {}

Chip::Chip(std::shared_ptr<const CardImage> image, ChipTiming timing, ChipState state, std::uint64_t seed)
    : image_(std::move(image)), timing_(timing), state_(std::move(state)), random_(seed) {
  if (state_.secrets.size() != image_->secrets.size()) {
    throw std::invalid_argument("this state belongs to a card with other secrets");
  }
}

void Chip::power_on() {
  if (powered_) return;
  volatile_ = Session{};
  writes_.clear();
  powered_ = true;
}

void Chip::power_off() {
  volatile_ = Session{};
  writes_.clear();
  powered_ = false;
}

void Chip::warm_reset() {
  if (!powered_) return;
  writes_.clear();
  if (image_->policies.warm_reset == StatusRule::clears) volatile_ = Session{};
}

void Chip::tear_off(Duration since_command) {
  for (; !writes_.empty() && writes_.back().at > since_command; writes_.pop_back()) {
    state_.secrets[writes_.back().secret] = std::move(writes_.back().before);
  }
  power_off();
}

Answer Chip::transmit(ByteView command) {
  Answer answer;
  transmit(command, answer);
  return answer;
}

void Chip::transmit(ByteView bytes, Answer& answer) {
  answer.bytes.clear();
  answer.processing = timing_.overhead;
  writes_.clear();
  if (!powered_) return;
  Command command;
  const ApduError error = parse(bytes, command);
  Execution execution{*this, command, answer};
  const bool ready =
      !std::exchange(volatile_.first, false) || image_->policies.first_command == FirstCommand::answered;
  const StatusWord status = ready ? dispatch(execution, error) : sw::kNotReady;
  answer.bytes.push_back(static_cast<std::uint8_t>(status >> 8));
  answer.bytes.push_back(static_cast<std::uint8_t>(status));
}

int Chip::tries_left(std::string_view secret) const {
  const int index = image_->find_secret(secret);
  if (index < 0) return -1;
  const auto at = static_cast<std::size_t>(index);
  return image_->secrets[at].counter == CounterPolicy::unlimited ? -1 : state_.secrets[at].tries_left;
}

bool Chip::verified(std::string_view secret) const {
  const int index = image_->find_secret(secret);
  return index >= 0 && (volatile_.verified >> index & 1) != 0;
}

void Execution::write(std::size_t secret, ChipState::Entry entry) const {
  spend(timing().write);
  chip.writes_.push_back(
      {answer.processing, secret, std::exchange(chip.state_.secrets[secret], std::move(entry))});
  if (chip.observer_) chip.observer_(chip.state_);
}

void Execution::write_tries(std::size_t secret, int tries) const {
  ChipState::Entry changed = chip.state_.secrets[secret];
  changed.tries_left = static_cast<std::uint8_t>(tries);
  write(secret, std::move(changed));
}

std::uint64_t Execution::random() const {
  // SplitMix64: sufficient for a simulated chip, and equal for equal seeds on every machine
  std::uint64_t z = (chip.random_ += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

Target referred_by(const Execution& execution, std::uint8_t reference) {
  const std::uint8_t short_id = reference & 0x1F;
  if (short_id == 0) {
    if (execution.session().object == nullptr) return {nullptr, sw::kNoCurrentFile};
    return {execution.session().object, sw::kOk};
  }
  const Application* application = execution.application();
  const ObjectRef* object = application == nullptr ? nullptr : application->find(short_id);
  if (object == nullptr) return {nullptr, sw::kNotFound};
  execution.session().object = object;
  return {object, sw::kOk};
}

}  // namespace uketsuke::chip
