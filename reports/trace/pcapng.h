#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/atomic_file.h"
#include "base/bytes.h"
#include "base/calendar.h"

namespace uketsuke::trace {

/// Events at the antenna: the event byte of LINKTYPE_ISO_14443's pseudo header.
/// Source: kaiser.cx/posts/pcap-iso14443, the description with which the link type was registered.
enum class AirEvent : std::uint8_t {
  from_reader_without_crc = 0xFA,  ///< the CRC is not to be checked
  from_card_without_crc = 0xFB,
  field_on = 0xFC,
  field_off = 0xFD,
  from_reader = 0xFE,
  from_card = 0xFF,
};

/// The head of a capture file.
struct CaptureInfo {
  std::string application;  ///< program that wrote the file, `Uketsuke 0.1.0`
  std::string interface;    ///< capture device, `model`
  std::string comment;      ///< about the whole file; several lines
  DateTime start{};         ///< Japan time; packet times are relative to it
};

/// Writes a pcapng file of one interface with link type ISO 14443 (264) and timestamps in nanoseconds.
///
/// Timestamps in the file are UTC, as every reader of pcapng expects: 09:00 in Japan is shown as 09:00 if the
/// computer's time zone is Japan's. The file appears completely, by `commit()`, or not at all; packets are
/// written to disk as they arrive. Source of the layout: draft-ietf-opsawg-pcapng.
class PcapngWriter {
 public:
  /// @throws SystemError if the file cannot be created
  PcapngWriter(const std::filesystem::path& path, const CaptureInfo& info);

  /// Writes a packet.
  /// @param frame     with CRC; empty for a change of the field
  /// @param comments  UTF-8; each line becomes a separate comment
  /// @throws SystemError if the file cannot be written
  void packet(Duration at, AirEvent event, const Bytes& frame, std::string_view comments = {});

  /// @throws SystemError
  void commit();

 private:
  AtomicFile file_;
  std::uint64_t start_;  ///< nanoseconds since 1970-01-01 UTC
  std::string block_;    ///< the block under construction; kept for its memory

  void write_block();
};

}  // namespace uketsuke::trace
