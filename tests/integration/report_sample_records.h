#pragma once

#include <string>

#include "record/record.h"

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

/// Files that `face_seen` and `nobody_seen` name as pictures that were kept.
namespace picture {
inline const std::string kShowFace = "face-seen.01-show_face.jpg";
inline const std::string kMissing = "face-seen.02-come_closer.jpg";  ///< is not there
inline const std::string kNoJpeg = "face-seen.03-hold_still.jpg";    ///< holds text
inline const std::string kBroken = "face-seen.04-turn_head.jpg";     ///< begins like a JPEG file and is none
inline const std::string kHostile = "<img src=x onerror=alert(1)>'\".jpg";  ///< a good picture, an ill name
inline const std::string kOutside = "../results.jsonl";                     ///< leads out of the folder
}  // namespace picture

/// A face that is told to come closer, measured, refused as a photo, and then the camera fails.
record::Record face_seen(const std::string& case_id);

/// Nobody comes: one guidance `times` times, each with a picture `file(n)`, n from 1.
record::Record nobody_seen(const std::string& case_id, int times);
std::string nobody_picture(int number);

/// Text that tries to leave the place where it is shown.
record::Record hostile_screen(const std::string& case_id);

/// Ends in the middle of reading the card.
record::Record broken_off(const std::string& case_id);

}  // namespace uketsuke::sample
