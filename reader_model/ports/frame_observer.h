#pragma once

#include "base/bytes.h"
#include "base/calendar.h"

namespace uketsuke::reader {

/// The two ends of the radio link (ISO/IEC 14443-1): the reader's PCD and the card's PICC.
enum class FrameSender { pcd, picc };

/// A frame as transmitted over the air.
struct AirFrame {
  Duration begin{};  ///< simulated time at which its first bit begins
  Duration end{};    ///< simulated time at which its last bit ends
  FrameSender sender = FrameSender::pcd;
  const Bytes& bytes;     ///< with CRC_B, without SOF and EOF
  unsigned bit_rate = 0;  ///< kbit/s
};

/// Listens at the antenna: for traces, never for the flow.
class FrameObserver {
 public:
  virtual ~FrameObserver() = default;
  virtual void field(Duration at, bool on) = 0;
  virtual void frame(const AirFrame& frame) = 0;
};

}  // namespace uketsuke::reader
