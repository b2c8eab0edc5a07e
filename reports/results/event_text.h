#pragma once

#include <string>
#include <vector>

#include "record/record.h"

namespace uketsuke::reports {

/// Formats an event as one line for people: `14.200 s  reader   screen_shown screen=done`. A screen appears
/// with its name and code only, without its texts; a measured face with each number beside its limit
/// (`similarity=0.871>=0.400`).
std::string event_text(const record::Event& event);

/// The last `most` events, oldest first.
std::vector<std::string> last_events(const record::Record& record, std::size_t most);

}  // namespace uketsuke::reports
