#pragma once

#include <string>
#include <vector>

#include "record/record.h"

namespace uketsuke::reports {

/// One event as one line for a person: `14.200 s  reader   screen_shown screen=done`. Of a screen only its
/// name and code, without the texts on it; of a measured face each number beside its limit
/// (`similarity=0.871>=0.400`).
std::string event_text(const record::Event& event);

/// The last `most` events, oldest first.
std::vector<std::string> last_events(const record::Record& record, std::size_t most);

}  // namespace uketsuke::reports
