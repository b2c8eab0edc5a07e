#include "sim/virtual_reader/air_time.h"

#include "reader_model/rf/air_time.h"

namespace uketsuke::virtual_reader {

namespace {

constexpr unsigned kBitRate = 106;         // kbit/s
constexpr std::size_t kInformation = 253;  // a 256-byte frame without PCB and CRC_B
constexpr std::size_t kOverhead = 3;       // PCB and CRC_B

/// Time of a frame and the minimum pause before it, as made by the card; the reader's pause is no longer.
Duration block(std::size_t information) {
  return reader::kTr0 + reader::kTr1 + reader::frame_time(information + kOverhead, kBitRate);
}

}  // namespace

Duration air_time(std::size_t bytes) {
  Duration time{};
  for (; bytes > kInformation; bytes -= kInformation) time += block(kInformation) + block(0);
  return time + block(bytes);
}

}  // namespace uketsuke::virtual_reader
