#include "reader_model/rf/rf_front_end.h"

#include <algorithm>
#include <utility>

#include "kernel/time.h"

namespace uketsuke::reader {

namespace {

constexpr std::size_t kBitsACharacter =
    10;  // start, eight data, stop (ISO/IEC 14443-3, Type B); no extra guard time
constexpr std::size_t kFrameOverhead = 5;  // PCB, CRC_B and about two characters of SOF and EOF

constexpr std::size_t kHeader = 4;  // CLA INS P1 P2

/// Bytes of command data, by the length fields of ISO/IEC 7816-4 §5.1.
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

RfFrontEnd::RfFrontEnd(sc_core::sc_module_name name, unsigned bit_rate, record::Record& record)
    : sc_module(name), bit_rate_(bit_rate), record_(record) {}

void RfFrontEnd::card_entered(std::shared_ptr<CardInField> chip) {
  chip_ = std::move(chip);
  if (chip_ != nullptr) chip_->field_on();
}

void RfFrontEnd::card_left() {
  if (chip_ != nullptr) chip_->field_off();
  chip_ = nullptr;
  lost_.notify();
}

std::optional<Bytes> RfFrontEnd::transceive(const Bytes& command) {
  if (chip_ == nullptr) return std::nullopt;
  const auto chip = chip_;
  const ChipAnswer answer = chip->transmit(command);
  wait(to_sc_time(on_air(command.size()) + answer.processing + on_air(answer.bytes.size())), lost_);
  if (chip_ != chip) {
    note(command, nullptr);
    return std::nullopt;
  }
  note(command, &answer.bytes);
  return answer.bytes;
}

Duration RfFrontEnd::on_air(std::size_t bytes) const {
  const std::size_t bits = (bytes + kFrameOverhead) * kBitsACharacter;
  return Duration(static_cast<Duration::rep>(bits * 1'000'000 / bit_rate_));
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
