#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "record/record.h"
#include "scenarios/model/expectation.h"

namespace uketsuke::conformance {

/// A value and the event that it was taken from.
template <class Value>
struct Seen {
  Value value{};
  std::optional<std::uint64_t> sequence;
  Duration time{};
};

/// The record of the last patient, in the terms of an expectation.
struct Happened {
  Seen<scenario::Reception> reception{
      scenario::Reception::none, std::nullopt, {}};  ///< outcome of the last reception
  Seen<std::optional<record::AbortReason>> reason;
  Seen<std::optional<record::Method>> identity;  ///< in the last reception
  Seen<std::vector<record::Refusal>> refusals;
  std::map<record::Category, Seen<bool>> consents;  ///< given or refused; the last one counts
  Seen<std::set<record::Category>> released;        ///< categories released with data
  Seen<bool> limit_released;
  std::vector<Seen<record::Screen>> screens;
  std::vector<Seen<record::Guidance>> guidance;
  Seen<std::optional<record::CertificateStatus>> certificate;
  Seen<std::optional<record::Validity>> eligibility;
  Seen<std::optional<std::int64_t>> pin_tries_left;  ///< tries of the patient's card, from the whole record
  Seen<std::optional<std::int64_t>> card_face_number_tries_left;
  Seen<bool> registered;
  Seen<bool> card_left_alarm;
  Seen<std::string> code;
  Seen<std::optional<record::DeskDecision>> desk;
  Seen<std::optional<record::PrescriptionForm>> prescription_form;
  Seen<bool> offers_smartphone;  ///< whether an idle screen has the button, anywhere in the record
  Seen<std::optional<std::int64_t>> phone_tries_left;
  Duration end{};  ///< end of the record
};

Happened what_happened(const record::Record& record);

}  // namespace uketsuke::conformance
