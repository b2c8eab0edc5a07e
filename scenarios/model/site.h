#pragma once

#include <set>
#include <string>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "base/text.h"
#include "record/words/consent_words.h"

namespace uketsuke::scenario {

UKETSUKE_ENUM(SiteKind, hospital, clinic, dental_clinic, pharmacy)

/// A place that has a reader.
struct Site {
  std::string id;
  Text title;
  SiteKind kind = SiteKind::clinic;
  std::string reader;  ///< name of a reader profile, `camera-slot`
  /// Categories that this site asks for. Factory settings: 手術 and 診療 off, 薬剤 and 特定健診 on.
  std::set<record::Category> asks;
  bool asks_prescription_form = false;  ///< issues both forms of prescription, and asks at the reader
  bool medical_aid = true;              ///< can have medical aid (医療扶助) confirmed on line
  Duration network_delay = std::chrono::milliseconds(300);  ///< of one request together with its answer
};

}  // namespace uketsuke::scenario
