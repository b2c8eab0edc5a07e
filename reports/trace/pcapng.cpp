#include "reports/trace/pcapng.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace uketsuke::trace {

namespace {

enum BlockType : std::uint32_t { kSectionHeader = 0x0A0D0D0A, kInterface = 1, kEnhancedPacket = 6 };

enum OptionCode : std::uint16_t {
  kEndOfOptions = 0,
  kComment = 1,
  kInterfaceName = 2,
  kTimeResolution = 9,
  kApplication = 4,
};

constexpr std::uint32_t kByteOrderMagic = 0x1A2B3C4D;
constexpr std::uint16_t kLinkTypeIso14443 = 264;
constexpr std::uint8_t kNanoseconds = 9;        // ten to the power of minus nine
constexpr std::size_t kLongestOption = 0xFFFF;  // limited by its 16-bit length field
constexpr std::size_t kPseudoHeader = 4;        // version, event, length
constexpr auto kJapan = std::chrono::hours(9);  // ahead of UTC

void put16(std::string& out, std::uint32_t value) {
  const std::array<char, 2> bytes = {static_cast<char>(value), static_cast<char>(value >> 8U)};
  out.append(bytes.data(), bytes.size());
}

void put32(std::string& out, std::uint32_t value) {
  const std::array<char, 4> bytes = {static_cast<char>(value), static_cast<char>(value >> 8U),
                                     static_cast<char>(value >> 16U), static_cast<char>(value >> 24U)};
  out.append(bytes.data(), bytes.size());
}

void pad(std::string& out) {
  while (out.size() % 4 != 0) out += '\0';
}

void put_option(std::string& out, OptionCode code, std::string_view value) {
  if (value.empty()) return;
  if (value.size() > kLongestOption) value = value.substr(0, kLongestOption);
  put16(out, code);
  put16(out, static_cast<std::uint32_t>(value.size()));
  out += value;
  pad(out);
}

/// Begins a block: type, length, content, and the length again.
void begin(std::string& block, BlockType type) {
  block.clear();
  put32(block, type);
  put32(block, 0);  // filled in by `end`
}

void end(std::string& block) {
  const std::size_t length = block.size() + 4;
  for (std::size_t i = 0; i < 4; ++i) block[4 + i] = static_cast<char>(length >> 8 * i);
  put32(block, static_cast<std::uint32_t>(length));
}

std::uint64_t nanoseconds_utc(DateTime japan) {
  const auto utc = japan.time_since_epoch() - kJapan;
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(utc).count());
}

}  // namespace

PcapngWriter::PcapngWriter(const std::filesystem::path& path, const CaptureInfo& info)
    : file_(path), start_(nanoseconds_utc(info.start)) {
  begin(block_, kSectionHeader);
  put32(block_, kByteOrderMagic);
  put16(block_, 1);  // version 1.0
  put16(block_, 0);
  put32(block_, 0xFFFFFFFF);  // length of the section: unspecified, 64 bits
  put32(block_, 0xFFFFFFFF);
  put_option(block_, kComment, info.comment);
  put_option(block_, kApplication, info.application);
  put32(block_, kEndOfOptions);
  write_block();

  begin(block_, kInterface);
  put16(block_, kLinkTypeIso14443);
  put16(block_, 0);
  put32(block_, 0);  // frames are never truncated
  put_option(block_, kInterfaceName, info.interface);
  put_option(block_, kTimeResolution, std::string_view(reinterpret_cast<const char*>(&kNanoseconds), 1));
  put32(block_, kEndOfOptions);
  write_block();
}

void PcapngWriter::packet(Duration at, AirEvent event, const Bytes& frame, std::string_view comments) {
  const std::uint64_t stamp = start_ + static_cast<std::uint64_t>(at.count());
  const auto size = static_cast<std::uint32_t>(kPseudoHeader + frame.size());
  begin(block_, kEnhancedPacket);
  put32(block_, 0);  // the only interface
  put32(block_, static_cast<std::uint32_t>(stamp >> 32U));
  put32(block_, static_cast<std::uint32_t>(stamp));
  put32(block_, size);
  put32(block_, size);
  const std::array<char, kPseudoHeader> pseudo_header = {
      0, static_cast<char>(event), static_cast<char>(frame.size() >> 8U),
      static_cast<char>(frame.size())};  // the length is the only number in network byte order
  block_.append(pseudo_header.data(), pseudo_header.size());
  block_.append(reinterpret_cast<const char*>(frame.data()), frame.size());
  pad(block_);
  if (!comments.empty()) {
    for (std::size_t at_line = 0; at_line < comments.size();) {
      const std::size_t line_end = std::min(comments.find('\n', at_line), comments.size());
      put_option(block_, kComment, comments.substr(at_line, line_end - at_line));
      at_line = line_end + 1;
    }
    put32(block_, kEndOfOptions);
  }
  write_block();
}

void PcapngWriter::write_block() {
  end(block_);
  file_.write(block_);
}

void PcapngWriter::commit() { file_.commit(); }

}  // namespace uketsuke::trace
