#pragma once

#include <string>
#include <string_view>

#include "record/record.h"

namespace uketsuke::record {

// A record on disk is JSON Lines: a header, then one event a line, UTF-8, keys sorted, no blanks. That form
// is canonical: two runs are equal when the bytes are. The schema is
// record/schema/record.schema.json.

inline constexpr int kVersion = 1;

/// `{"case":…,"device":…,"record":"uketsuke","seed":…,"start":…,"version":1}` and a line feed.
std::string header_line(const Header& header);

/// One event and a line feed.
std::string event_line(const Event& event);

/// Appends the same, for a caller that writes many.
void append_event_line(const Event& event, std::string& out);

/// Settles what writing depends on once a process, such as the order of fields: for one that will fork.
void warm_up_lines();

/// The whole record.
std::string to_json_lines(const Record& record);

/// Reads what `to_json_lines` writes.
/// @throws InputError with `name` and the line: not JSON, unknown version, unknown kind, a field missing,
/// unknown or of another type.
Record from_json_lines(std::string_view text, const std::string& name);

/// JSON Schema (draft 2020-12) of one line, generated from the event types.
std::string json_schema();

}  // namespace uketsuke::record
