#pragma once

#include <string>

#include "record/record.h"

namespace uketsuke::sample {

// Records written by hand after docs/reception-flow.md, independently of any model.

/// The leaflet's whole path by face on one day of `date` (2024-10-06: one screen per category, then the limit
/// question, which the patient misses; 2024-10-07: agrees to all at once).
record::Record leaflet_by_face(const std::string& case_id, const std::string& date);

/// The leaflet's path on 2024-10-07, but the firmware withholds the limit information.
record::Record limit_held_back(const std::string& case_id);

/// Three wrong PINs: the PIN is locked, the face still works.
record::Record pin_locked_then_face(const std::string& case_id);

/// The certificate was stopped by telephone: error 006.
record::Record suspended_card(const std::string& case_id);

/// Files that `face_seen` and `nobody_seen` name as kept pictures.
namespace picture {
inline const std::string kShowFace = "face-seen.01-show_face.jpg";
inline const std::string kMissing = "face-seen.02-come_closer.jpg";  ///< does not exist
inline const std::string kNoJpeg = "face-seen.03-hold_still.jpg";    ///< contains text
inline const std::string kBroken = "face-seen.04-turn_head.jpg";  ///< begins like a JPEG file but is not one
/// A valid picture with a malicious name.
inline const std::string kHostile = "<img src=x onerror=alert(1)>'\".jpg";
inline const std::string kOutside = "../results.jsonl";  ///< leads out of the folder
}  // namespace picture

/// A face that is told to come closer, is measured, and is refused as a photo; then the camera fails.
record::Record face_seen(const std::string& case_id);

/// No face appears: one guidance `times` times, each with a picture `file(n)`, n from 1.
record::Record nobody_seen(const std::string& case_id, int times);
std::string nobody_picture(int number);

/// Text that tries to escape from the place where it is shown.
record::Record hostile_screen(const std::string& case_id);

/// Ends while the card is being read.
record::Record broken_off(const std::string& case_id);

}  // namespace uketsuke::sample
