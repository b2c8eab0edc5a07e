#pragma once

#include <string>
#include <string_view>

#include "record/record.h"

namespace uketsuke::record {

// A record on disk is JSON Lines: a header, then one event per line, in UTF-8, keys sorted, no blanks. This
// form is canonical: two runs are equal if their bytes are. The schema is record/schema/record.schema.json.

inline constexpr int kVersion = 1;

/// `{"case":…,"device":…,"record":"uketsuke","seed":…,"start":…,"version":1}` and a line feed.
std::string header_line(const Header& header);

/// One event and a line feed.
std::string event_line(const Event& event);

/// Appends an event's line, for callers that write many.
void append_event_line(const Event& event, std::string& out);

/// Builds the per-process tables now, such as the order of fields, so that forked children inherit them.
void warm_up_lines();

/// The whole record.
std::string to_json_lines(const Record& record);

/// Reads the text that `to_json_lines` writes.
/// @throws InputError with `name` and the line: not JSON, unknown version, unknown kind, or a field that is
/// missing, unknown or of another type
Record from_json_lines(std::string_view text, const std::string& name);

/// JSON Schema (draft 2020-12) of one line, generated from the event types.
std::string json_schema();

}  // namespace uketsuke::record
