#pragma once

#include <cstddef>

#include "base/calendar.h"

namespace uketsuke::virtual_reader {

/// How long bytes of a command or an answer are in the air at 106 kbit/s, in blocks of ISO/IEC 14443-4 with
/// 256-byte frames, acknowledgements of chained blocks included. What `--realtime` waits: the order of
/// magnitude that an application meets, without the reader's own delays, which differ between readers.
Duration air_time(std::size_t bytes);

}  // namespace uketsuke::virtual_reader
