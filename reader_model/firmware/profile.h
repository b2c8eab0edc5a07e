#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/text.h"
#include "reader_model/rf/link_settings.h"
#include "record/words/display_words.h"

namespace uketsuke::reader {

/// A reader's time limits. No public source gives them: each default is a named value of the profiles.
struct TimeLimits {
  Duration screen{};             ///< to answer a question on the screen (`screen_time_limit`)
  Duration face{};               ///< from the guide to the last usable picture (`face_time_limit`)
  Duration notice{};             ///< how long a notice stays (`notice_time`)
  Duration done_before_limit{};  ///< from the screen `done` to the limit question, until 2024-10-06
  Duration card_left{};          ///< from the request to take the card to the alarm (`card_left_after`)
  Duration service{};            ///< for an answer of the eligibility service (`service_patience`)
  Duration camera{};  ///< for the next picture, before the camera counts as failed (`camera_patience`)
  /// How long the last screen stays without a card to take.
  Duration done_without_card = std::chrono::seconds(5);
};

/// A kind of reader. The leaflet says that there are several.
struct ReaderProfile {
  std::string name;  ///< `camera-slot`
  Text title;
  bool camera = true;        ///< can identify by face
  bool visual_check = true;  ///< has 目視確認モード
  Duration card_travel{};    ///< from the patient's hand to contact with the field
  LinkSettings link;         ///< the radio link
  int face_attempts = 3;
  int print_readings = 3;       ///< attempts to read 照合番号B off the card before face is given up
  Duration picture_interval{};  ///< between two pictures that the reader examines
  TimeLimits limits;
  std::vector<record::Screen> consent_order;  ///< the order of the three category screens
  /// As a screen of its own from the reform on; before, always after the limit question.
  bool asks_specific_disease = true;
  bool specific_disease_in_consent_all = false;  ///< agreeing to all covers it
  bool refuse_all_button = false;                ///< on the screen that offers all at once
  bool visual_check_asks_consent = true;
  bool suspended_certificate_as_revoked = true;                ///< else it counts as one in its grace period
  bool smartphone = false;                                     ///< has an external reader for phones
  Duration phone_read_time = std::chrono::milliseconds(1500);  ///< how long a phone must lie on it
  int phone_attempts = 3;        ///< number of unusable phones before the reception ends
  bool phone_registers = false;  ///< accepts the first registration from a phone
};

/// What a firmware release does differently from the one before.
struct Release {
  Date from{};
  bool consent_all = false;  ///< asks for everything at once, first
  /// Asks whether limit information may be given; if false, it is given without a question.
  bool limit_screen = true;
  bool prescription_form = false;  ///< asks for the form of a prescription, if the site wants it
  /// Asks about 特定疾病療養受療証 after the limit; if false, the profile decides.
  bool disease_after_limit = false;
  bool smartphone = false;  ///< accepts a phone instead of the card, if there is a reader for it
};

/// All kinds of reader and all releases that the simulator knows.
struct ReaderCatalogue {
  std::map<std::string, ReaderProfile> profiles;
  std::vector<Release> releases;  ///< by date

  /// The release that a reader runs on a day. @throws InputError for a day before the first release
  const Release& release_on(Date day) const;
};

/// Reads `<folder>/*.yaml` and `<folder>/releases.yaml`.
///
/// A profile has all keys, or `like: camera-slot` and the keys in which it differs. @throws InputError
ReaderCatalogue load_readers(const std::filesystem::path& folder);

}  // namespace uketsuke::reader
