#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "record/record.h"
#include "scenarios/model/expectation.h"

namespace uketsuke::conformance {

/// A value and the event that it comes from.
template <class Value>
struct Seen {
  Value value{};
  std::optional<std::uint64_t> sequence;
  Duration time{};
};

/// What a record says about its last patient, in the words of an expectation.
struct Happened {
  Seen<scenario::Reception> reception{
      scenario::Reception::none, std::nullopt, {}};  ///< of the last reception
  Seen<std::optional<record::AbortReason>> reason;
  Seen<std::optional<record::Method>> identity;  ///< in the last reception
  Seen<std::vector<record::Refusal>> refusals;
  std::map<record::Category, Seen<bool>> consents;  ///< given or not; the last word counts
  Seen<std::set<record::Category>> released;        ///< with data in them
  Seen<bool> limit_released;
  std::vector<Seen<record::Screen>> screens;
  std::vector<Seen<record::Guidance>> guidance;
  Seen<std::optional<record::CertificateStatus>> certificate;
  Seen<std::optional<record::Validity>> eligibility;
  Seen<std::optional<std::int64_t>> pin_tries_left;  ///< of the patient's card, from the whole record
  Seen<std::optional<std::int64_t>> card_face_number_tries_left;
  Seen<bool> registered;
  Seen<bool> card_left_alarm;
  Seen<std::string> code;
  Seen<std::optional<record::DeskDecision>> desk;
  Seen<std::optional<record::PrescriptionForm>> prescription_form;
  Seen<bool> offers_smartphone;  ///< an idle screen has the button; looked at in the whole record
  Seen<std::optional<std::int64_t>> phone_tries_left;
  Duration end{};  ///< of the record
};

Happened what_happened(const record::Record& record);

}  // namespace uketsuke::conformance
