#include "reader_model/rf/rf_front_end.h"

#include <algorithm>
#include <utility>

#include "kernel/time.h"

namespace uketsuke::reader {

namespace {

constexpr std::size_t kHeader = 4;  // CLA INS P1 P2

/// Number of command data bytes, by the length fields of ISO/IEC 7816-4 §5.1.
std::size_t data_length(const Bytes& command) {
  if (command.size() <= kHeader + 1) return 0;
  const bool extended = command[kHeader] == 0 && command.size() > kHeader + 3;
  if (!extended) return command[kHeader];
  const std::size_t length = static_cast<std::size_t>(command[kHeader + 1] << 8 | command[kHeader + 2]);
  return command.size() == kHeader + 3 ? 0 : length;
}

}  // namespace

std::string command_name(const Bytes& command) {
  if (command.size() < kHeader) return "?";
  switch (command[1]) {
    case 0x20:
      return "VERIFY";
    case 0x24:
      return "CHANGE REFERENCE DATA";
    case 0x2A:
      return "COMPUTE DIGITAL SIGNATURE";
    case 0x84:
      return "GET CHALLENGE";
    case 0x88:
      return "INTERNAL AUTHENTICATE";
    case 0xA4:
      return "SELECT";
    case 0xB0:
      return "READ BINARY";
    case 0xB2:
      return "READ RECORD";
    case 0xCA:
      return "GET DATA";
    default:
      return "?";
  }
}

RfFrontEnd::RfFrontEnd(sc_core::sc_module_name name, const LinkSettings& settings, record::Record& record)
    : sc_module(name), settings_(settings), record_(record) {}

void RfFrontEnd::card_entered(std::shared_ptr<CardInField> chip) {
  ++cards_;
  chip_ = std::move(chip);
  if (chip_ == nullptr) return;
  link_.emplace(*chip_, settings_, observer_ == nullptr ? nullptr : &journal_);
  link_->activate(sc_now());
}

void RfFrontEnd::card_left() {
  ++cards_;
  switch_off();
  chip_ = nullptr;
  lost_.notify();
}

std::optional<Bytes> RfFrontEnd::transceive(const Bytes& command) {
  if (!has_card()) return std::nullopt;
  const unsigned card = cards_;
  Bytes answer;
  link_->idle_until(sc_now());
  const bool complete = link_->transceive(command, answer);
  wait(to_sc_time(link_->now() - sc_now()), lost_);
  if (cards_ != card || !complete) {
    if (cards_ == card) switch_off();  // its security status is void
    note(command, nullptr);
    return std::nullopt;
  }
  if (observer_ != nullptr) journal_.release(sc_now(), *observer_);
  note(command, &answer);
  return answer;
}

void RfFrontEnd::switch_off() {
  if (!link_) return;
  link_->switch_off(sc_now());
  link_.reset();
  if (observer_ != nullptr) journal_.release(sc_now(), *observer_);
}

void RfFrontEnd::note(const Bytes& command, const Bytes* answer) {
  record::Apdu apdu;
  apdu.command =
      to_hex(Bytes(command.begin(), command.begin() + static_cast<long>(std::min(kHeader, command.size()))));
  apdu.name = command_name(command);
  apdu.sent = static_cast<std::int64_t>(data_length(command));
  if (answer != nullptr && answer->size() >= 2) {
    apdu.received = static_cast<std::int64_t>(answer->size() - 2);
    apdu.status = to_hex(Bytes(answer->end() - 2, answer->end()));
  }
  record_.add(record::Source::reader, apdu);
}

}  // namespace uketsuke::reader
