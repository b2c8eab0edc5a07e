#include "reader_model/firmware/card_session.h"

#include <fmt/format.h>
#include <openssl/crypto.h>

#include "reader_model/firmware/digest_info.h"

namespace uketsuke::reader {

namespace {

const Bytes kJpki = from_hex("D392F000260100000001");
const Bytes kCardFace = from_hex("D3921000310001010402");

// JPKI application
constexpr unsigned kAuthenticationCertificate = 0x000A;
constexpr unsigned kAuthenticationKey = 0x0017;
constexpr unsigned kAuthenticationPin = 0x0018;
// 券面事項確認 application
constexpr unsigned kCardFaceFile = 0x0002;
constexpr unsigned kCardFaceNumber = 0x0012;  // 照合番号B

constexpr unsigned kSuccess = 0x9000;
constexpr unsigned kNotFound = 0x6A82;
constexpr unsigned kWrong = 0x63C0;  // the last digit is the number of tries left

constexpr std::size_t kHeadOfFile = 5;  // tag of one or two bytes and a length of up to three

std::uint8_t high(std::size_t number) { return static_cast<std::uint8_t>(number >> 8 & 0xFF); }
std::uint8_t low(std::size_t number) { return static_cast<std::uint8_t>(number & 0xFF); }

/// Builds a command. Lengths follow ISO/IEC 7816-4 §5.1.
class Command {
 public:
  Command(std::uint8_t cla, std::uint8_t ins, std::uint8_t p1, std::uint8_t p2) {
    bytes_.reserve(64);
    for (const std::uint8_t byte : {cla, ins, p1, p2}) bytes_.push_back(byte);
  }
  Command& data(const Bytes& data) {
    bytes_.push_back(low(data.size()));
    bytes_.insert(bytes_.end(), data.begin(), data.end());
    return *this;
  }
  Command& le(std::size_t length) {  ///< 256 is written as 00
    bytes_.push_back(low(length));
    return *this;
  }
  Command& extended_le(std::size_t length) {
    for (const std::uint8_t byte : {std::uint8_t{0}, high(length), low(length)}) bytes_.push_back(byte);
    return *this;
  }
  Bytes take() { return std::move(bytes_); }

 private:
  Bytes bytes_;
};

Bytes select_application_command(const Bytes& aid) {
  return Command(0x00, 0xA4, 0x04, 0x0C).data(aid).take();
}

/// Sources disagree on the status word of a blocked card (`locked_status_word`), so a reader must know both.
bool is_blocked(unsigned status) { return status == 0x6984 || status == 0x6983; }

bool is_wrong(unsigned status) { return (status & 0xFFF0U) == kWrong; }

/// `tag 82 hh ll`: the total length of the object at the start of a file.
std::size_t object_length(const Bytes& head) {
  const std::size_t tag = (head.at(0) & 0x1F) == 0x1F ? 2 : 1;
  const std::uint8_t first = head.at(tag);
  if (first < 0x80) return tag + 1 + first;
  if (first == 0x81) return tag + 2 + head.at(tag + 1);
  return tag + 3 + static_cast<std::size_t>(head.at(tag + 1) << 8 | head.at(tag + 2));
}

}  // namespace

CardRefused::CardRefused(const Bytes& command, unsigned status)
    : std::runtime_error(fmt::format("{} was answered {:04X}", command_name(command), status)),
      status_(status) {}

CardSession::Answer CardSession::exchange(const Bytes& command) {
  const auto answer = rf_.transceive(command);
  if (!answer || answer->size() < 2) throw CardLost();
  const unsigned status = static_cast<unsigned>(answer->at(answer->size() - 2)) << 8 | answer->back();
  return {Bytes(answer->begin(), answer->end() - 2), status};
}

Bytes CardSession::expect(const Bytes& command) {
  Answer answer = exchange(command);
  if (answer.status != kSuccess) throw CardRefused(command, answer.status);
  return std::move(answer.data);
}

void CardSession::select_application(const Bytes& aid) { expect(select_application_command(aid)); }

void CardSession::select_file(unsigned id) {
  expect(Command(0x00, 0xA4, 0x02, 0x0C).data({high(id), low(id)}).take());
}

Bytes CardSession::read_file() {
  const Bytes head = expect(Command(0x00, 0xB0, 0x00, 0x00).le(kHeadOfFile).take());
  if (head.size() < kHeadOfFile) return head;
  const std::size_t length = object_length(head);
  return expect(Command(0x00, 0xB0, 0x00, 0x00).extended_le(length).take());
}

int CardSession::tries_left() {
  const Bytes command = Command(0x00, 0x20, 0x00, 0x80).take();
  const Answer answer = exchange(command);
  if (!is_wrong(answer.status)) throw CardRefused(command, answer.status);
  return static_cast<int>(answer.status & 0x0F);
}

SecretAnswer CardSession::verify(const record::Secret& secret) {
  Bytes value = to_bytes(secret.reveal());
  Bytes command = Command(0x00, 0x20, 0x00, 0x80).data(value).take();
  const Answer answer = exchange(command);
  OPENSSL_cleanse(command.data(), command.size());
  OPENSSL_cleanse(value.data(), value.size());
  if (is_blocked(answer.status)) return {record::SecretCheck::blocked, 0};
  if (is_wrong(answer.status)) return {record::SecretCheck::wrong, static_cast<int>(answer.status & 0x0F)};
  if (answer.status != kSuccess) throw CardRefused(Command(0x00, 0x20, 0x00, 0x80).take(), answer.status);
  return {record::SecretCheck::accepted, tries_left()};
}

record::CardKind CardSession::identify() {
  if (!rf_.has_card()) return record::CardKind::unreadable;
  const Bytes command = select_application_command(kJpki);
  const Answer answer = exchange(command);
  if (answer.status == kNotFound) return record::CardKind::other;
  if (answer.status != kSuccess) throw CardRefused(command, answer.status);
  return record::CardKind::individual_number;
}

int CardSession::pin_tries_left() {
  select_application(kJpki);
  select_file(kAuthenticationPin);
  return tries_left();
}

SecretAnswer CardSession::verify_pin(const record::Secret& pin) {
  select_application(kJpki);
  select_file(kAuthenticationPin);
  return verify(pin);
}

Bytes CardSession::authentication_certificate() {
  select_application(kJpki);
  select_file(kAuthenticationCertificate);
  return read_file();
}

Bytes CardSession::sign(const Bytes& message) {
  // No SELECT of the application here: it would clear the PIN's security status.
  select_file(kAuthenticationKey);
  return expect(Command(0x80, 0x2A, 0x00, 0x80).data(sha256_digest_info(message)).le(256).take());
}

SecretAnswer CardSession::verify_card_face_number(const record::Secret& number) {
  select_application(kCardFace);
  select_file(kCardFaceNumber);
  return verify(number);
}

Bytes CardSession::card_face() {
  select_file(kCardFaceFile);
  return read_file();
}

Bytes CardSession::prove_presence(const Bytes& message) {
  return expect(Command(0x80, 0x2A, 0x00, 0x00).data(sha256_digest_info(message)).le(256).take());
}

}  // namespace uketsuke::reader
