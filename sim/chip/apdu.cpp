#include "sim/chip/apdu.h"

namespace uketsuke::chip {

namespace {

constexpr std::uint32_t kShortMost = 0x100;
constexpr std::uint32_t kExtendedMost = 0x10000;

std::uint32_t length_at(ByteView bytes, std::size_t at) {
  return static_cast<std::uint32_t>(bytes[at] << 8 | bytes[at + 1]);
}

/// Le as encoded; zero stands for the largest value of the form.
std::uint32_t expected(std::uint32_t written, std::uint32_t most) { return written == 0 ? most : written; }

/// Parses Lc in one byte and an optional Le in one byte.
ApduError parse_short(ByteView body, Command& command) {
  const std::size_t lc = body[0];
  if (body.size < 1 + lc) return ApduError::truncated;
  if (body.size > 2 + lc) return ApduError::trailing;
  command.data = {body.data + 1, lc};
  if (body.size == 2 + lc) command.le = expected(body[1 + lc], kShortMost);
  return ApduError::none;
}

/// Parses a zero byte, then Lc or Le in two bytes; `body` includes the zero.
ApduError parse_extended(ByteView body, Command& command) {
  command.extended = true;
  if (body.size < 3) return ApduError::truncated;
  const std::uint32_t first = length_at(body, 1);
  if (body.size == 3) {
    command.le = expected(first, kExtendedMost);
    return ApduError::none;
  }
  if (first == 0) return ApduError::zero_length;
  const std::size_t rest = body.size - 3;
  if (rest < first || rest == first + 1) return ApduError::truncated;
  if (rest > first + 2) return ApduError::trailing;
  command.data = {body.data + 3, first};
  if (rest == first + 2) command.le = expected(length_at(body, 3 + first), kExtendedMost);
  return ApduError::none;
}

}  // namespace

ApduError parse(ByteView bytes, Command& command) {
  command = Command{};
  if (bytes.size < 4) return ApduError::too_short;
  command.cla = bytes[0];
  command.ins = bytes[1];
  command.p1 = bytes[2];
  command.p2 = bytes[3];
  const ByteView body(bytes.data + 4, bytes.size - 4);
  if (body.empty()) return ApduError::none;  // case 1
  if (body.size == 1) {                      // case 2: the only byte is Le
    command.le = expected(body[0], kShortMost);
    return ApduError::none;
  }
  // `00` before more bytes announces the extended form; Lc = 0 does not exist in the short form.
  return body[0] == 0 ? parse_extended(body, command) : parse_short(body, command);
}

std::string_view command_name(std::uint8_t cla, std::uint8_t ins) {
  switch (ins) {
    case 0x20:
      return "VERIFY";
    case 0x24:
      return "CHANGE REFERENCE DATA";
    case 0x2A:
      return "COMPUTE SIGNATURE";
    case 0x32:
      return cla == 0x80 ? "CHANGE KEY" : "";
    case 0x82:
      return "EXTERNAL AUTHENTICATE";
    case 0x84:
      return "GET CHALLENGE";
    case 0x88:
      return "INTERNAL AUTHENTICATE";
    case 0xA2:
      return cla == 0x80 ? "SET PUBLIC IC KEY" : "";
    case 0xA4:
      return "SELECT";
    case 0xAE:
      return cla == 0x80 ? "SET SESSION KEY" : "";
    case 0xB0:
      return "READ BINARY";
    case 0xB2:
      return "READ RECORD";
    case 0xCA:
      return "GET DATA";
    default:
      return "";
  }
}

}  // namespace uketsuke::chip
