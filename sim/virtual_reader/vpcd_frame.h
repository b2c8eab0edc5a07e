#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/bytes.h"
#include "sim/chip/byte_view.h"

namespace uketsuke::virtual_reader {

// vpcd's framing, in both directions: the payload's size in two bytes, high byte first, then the payload.

inline constexpr std::size_t kMostPayload = 0xFFFF;

/// A payload of one byte from vpcd is a control, not a command. Only `kGetAtr` is answered.
enum Control : std::uint8_t {
  kPowerOff = 0x00,
  kPowerOn = 0x01,
  kReset = 0x02,
  kGetAtr = 0x04,
};

/// Appends a frame with this payload.
/// @throws std::length_error above `kMostPayload` bytes
void append_frame(Bytes& out, chip::ByteView payload);

/// Splits a byte stream into frames, however the network has split it into pieces. Has room for one frame of
/// any size, so after the complete frames are popped there is always room for more.
class FrameBuffer {
 public:
  FrameBuffer();

  /// Where to put the next bytes: at most `room()`, which is above 0 unless a complete frame is waiting.
  /// Afterwards report the number of bytes received.
  std::uint8_t* space() { return bytes_.data() + end_; }
  std::size_t room() const { return bytes_.size() - end_; }
  void added(std::size_t count);

  /// The payload of the oldest complete frame, valid until `pop`; nothing if there is none.
  std::optional<chip::ByteView> front() const;
  /// Removes the oldest complete frame; there must be one.
  void pop();

  /// Bytes of an incomplete frame; 0 between frames.
  std::size_t unfinished() const;
  /// Bytes of the oldest frame including its size field, as announced; 0 if the size field is incomplete.
  std::size_t announced() const;

 private:
  Bytes bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace uketsuke::virtual_reader
