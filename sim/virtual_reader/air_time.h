#pragma once

#include <cstddef>

#include "base/calendar.h"

namespace uketsuke::virtual_reader {

/// Transmission time of a command's or an answer's bytes at 106 kbit/s, in blocks of ISO/IEC 14443-4 with
/// 256-byte frames, including acknowledgements of chained blocks. `--realtime` waits for this time: the order
/// of magnitude that an application experiences, without the reader's own delays, which differ between
/// readers.
Duration air_time(std::size_t bytes);

}  // namespace uketsuke::virtual_reader
