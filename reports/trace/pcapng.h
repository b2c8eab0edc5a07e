#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/atomic_file.h"
#include "base/bytes.h"
#include "base/calendar.h"

namespace uketsuke::trace {

/// What happened at the antenna: the event byte of LINKTYPE_ISO_14443's pseudo header.
/// Source: kaiser.cx/posts/pcap-iso14443, the description that the link type was registered with.
enum class AirEvent : std::uint8_t {
  from_reader_without_crc = 0xFA,  ///< the CRC is not to be looked at
  from_card_without_crc = 0xFB,
  field_on = 0xFC,
  field_off = 0xFD,
  from_reader = 0xFE,
  from_card = 0xFF,
};

/// What stands at the head of a capture file.
struct CaptureInfo {
  std::string application;  ///< what wrote the file, `Uketsuke 0.1.0`
  std::string interface;    ///< what listened, `model`
  std::string comment;      ///< of the whole file; lines
  DateTime start{};         ///< Japan; times of packets count from it
};

/// Writes a pcapng file of one interface with link type ISO 14443 (264) and stamps in nanoseconds.
///
/// Stamps are UTC in the file, as every reader of pcapng expects: 09:00 in Japan is shown as 09:00 where the
/// computer's time zone is Japan's. The file appears whole, by `commit()`, or not at all; packets go to the
/// disk as they come. Source of the layout: draft-ietf-opsawg-pcapng.
class PcapngWriter {
 public:
  /// @throws SystemError where the file cannot be created
  PcapngWriter(const std::filesystem::path& path, const CaptureInfo& info);

  /// @param frame     with CRC; empty for a change of the field
  /// @param comments  lines in UTF-8, each a comment of its own
  /// @throws SystemError where the file cannot be written
  void packet(Duration at, AirEvent event, const Bytes& frame, std::string_view comments = {});

  /// @throws SystemError
  void commit();

 private:
  AtomicFile file_;
  std::uint64_t start_;  ///< nanoseconds since 1970-01-01 UTC
  std::string block_;    ///< the block that is being put together; kept for its memory

  void write_block();
};

}  // namespace uketsuke::trace
