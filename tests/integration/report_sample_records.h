#pragma once

#include <string>

#include "reports/record/record.h"

namespace uketsuke::sample {

// Records written by hand after docs/reception-flow.md; no model had a part in them.

/// The leaflet's whole path by face on one day of `date` (2024-10-06: a screen a category, then the limit
/// question, which the patient misses; 2024-10-07: agrees to all at once).
record::Record leaflet_by_face(const std::string& case_id, const std::string& date);

/// The same on 2024-10-07, but the firmware holds back the limit information.
record::Record limit_held_back(const std::string& case_id);

/// Three wrong PINs: the PIN is locked, the face still works.
record::Record pin_locked_then_face(const std::string& case_id);

/// The certificate was stopped by telephone: error 006.
record::Record suspended_card(const std::string& case_id);

/// Text that tries to leave the place where it is shown.
record::Record hostile_screen(const std::string& case_id);

/// Ends in the middle of reading the card.
record::Record broken_off(const std::string& case_id);

}  // namespace uketsuke::sample
