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

/// How long a reader waits for what. No public source gives these times: defaults are the profiles', each
/// named.
struct TimeLimits {
  Duration screen{};             ///< a question on the screen (`screen_time_limit`)
  Duration face{};               ///< from the guide to the last usable picture (`face_time_limit`)
  Duration notice{};             ///< how long a notice stands (`notice_time`)
  Duration done_before_limit{};  ///< from the screen `done` to the limit question, until 2024-10-06
  Duration card_left{};          ///< from asking for the card to be taken to the alarm (`card_left_after`)
  Duration service{};            ///< for an answer of the eligibility service (`service_patience`)
  Duration camera{};  ///< for the next picture, before the camera counts as failed (`camera_patience`)
  Duration done_without_card = std::chrono::seconds(5);  ///< the last screen, where there is no card to take
};

/// A kind of reader; the leaflet says that there are several.
struct ReaderProfile {
  std::string name;  ///< `camera-slot`
  Text title;
  bool camera = true;        ///< can identify by face
  bool visual_check = true;  ///< has 目視確認モード
  Duration card_travel{};    ///< from the patient's hand to the contact with the field
  LinkSettings link;         ///< the radio link
  int face_attempts = 3;
  int print_readings = 3;       ///< of 照合番号B off the card, before face is given up
  Duration picture_interval{};  ///< from one picture that the reader looks at to the next
  TimeLimits limits;
  std::vector<record::Screen> consent_order;  ///< the order of the three category screens
  bool asks_specific_disease = true;  ///< from the reform on; before, behind the limit question in any case
  bool specific_disease_in_consent_all = false;  ///< agreeing to all covers it
  bool refuse_all_button = false;                ///< on the screen that offers all at once
  bool visual_check_asks_consent = true;
  bool suspended_certificate_as_revoked = true;                ///< else as one in its grace period
  bool smartphone = false;                                     ///< has an external reader for phones
  Duration phone_read_time = std::chrono::milliseconds(1500);  ///< so long a phone has to lie on it
  int phone_attempts = 3;        ///< phones that could not be used, before the reception ends
  bool phone_registers = false;  ///< the first registration can be made with a phone
};

/// What a firmware release does differently from the one before.
struct Release {
  Date from{};
  bool consent_all = false;  ///< asks for everything at once, first
  bool limit_screen =
      true;  ///< asks whether limit information may be given; otherwise it is given without asking
  bool prescription_form = false;  ///< asks for the form of a prescription, where the site wants it
  bool disease_after_limit =
      false;  ///< asks about 特定疾病療養受療証 behind the limit; else the profile says
  bool smartphone = false;  ///< takes a phone in the card's place, where there is a reader for it
};

/// All kinds of reader and all releases that the simulator knows.
struct ReaderCatalogue {
  std::map<std::string, ReaderProfile> profiles;
  std::vector<Release> releases;  ///< by date

  /// The release that a reader runs on a day. @throws InputError before the first one.
  const Release& release_on(Date day) const;
};

/// A profile has all keys, or says `like: camera-slot` and has those in which it differs from that one.
///
/// Reads `<folder>/*.yaml` and `<folder>/releases.yaml`. @throws InputError
ReaderCatalogue load_readers(const std::filesystem::path& folder);

}  // namespace uketsuke::reader
