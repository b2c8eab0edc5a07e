#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/bytes.h"
#include "sim/chip/byte_view.h"

namespace uketsuke::virtual_reader {

// vpcd's framing, both ways: the payload's size in two bytes, high byte first, then the payload.

inline constexpr std::size_t kMostPayload = 0xFFFF;

/// A payload of one byte from vpcd that is a control and no command. Only `kGetAtr` is answered.
enum Control : std::uint8_t {
  kPowerOff = 0x00,
  kPowerOn = 0x01,
  kReset = 0x02,
  kGetAtr = 0x04,
};

/// Appends a frame with this payload. @throws std::length_error above `kMostPayload` bytes.
void append_frame(Bytes& out, chip::ByteView payload);

/// Cuts a stream of bytes into frames, however the network has cut it into pieces. Has room for one frame of
/// any size, so that after the whole frames are taken there is always room for more.
class FrameBuffer {
 public:
  FrameBuffer();

  /// Where the next bytes go: `room()` of them at most, more than 0 unless a whole frame is waiting. Then say
  /// how many came.
  std::uint8_t* space() { return bytes_.data() + end_; }
  std::size_t room() const { return bytes_.size() - end_; }
  void added(std::size_t count);

  /// The payload of the oldest whole frame, valid until `pop`; nothing where there is none yet.
  std::optional<chip::ByteView> front() const;
  /// Forgets the oldest whole frame. Not without one.
  void pop();

  /// Bytes of a frame that is not whole yet; 0 between frames.
  std::size_t unfinished() const;
  /// Bytes of the oldest frame with its size field, as announced; 0 where less than the size field is here.
  std::size_t announced() const;

 private:
  Bytes bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace uketsuke::virtual_reader
