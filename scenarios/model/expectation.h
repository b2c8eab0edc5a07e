#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/enum_names.h"
#include "base/error.h"
#include "record/words/consent_words.h"
#include "record/words/desk_words.h"
#include "record/words/display_words.h"
#include "record/words/face_words.h"
#include "record/words/identity_words.h"
#include "record/words/reception_words.h"
#include "record/words/service_words.h"

namespace uketsuke::scenario {

/// How the last reception of a case ended.
UKETSUKE_ENUM(Reception,
              complete,  ///< 受付完了
              aborted,   ///< ended before it was complete
              none,      ///< no card was ever accepted
)

UKETSUKE_ENUM(ConsentState, given, not_given, not_asked)

UKETSUKE_ENUM(Provision, provided, not_provided)

/// The value of `identity:`: a method, or `none`.
struct ExpectedIdentity {
  std::optional<record::Method> method;  ///< none: identity must not be confirmed
};

/// What must have happened by the end of a scenario. An absent key is not checked. If a case has several
/// patients, this is about the last one.
struct Expectation {
  std::optional<Reception> reception;
  std::optional<record::AbortReason> reason;
  std::optional<ExpectedIdentity> identity;              ///< `identity: face`, `identity: none`
  std::optional<std::vector<record::Refusal>> refusals;  ///< exactly these, in this order
  std::map<record::Category, ConsentState> consents;
  std::optional<std::set<record::Category>> released;  ///< exactly these categories, each with data (`any`)
  std::optional<Provision> limit_information;
  std::vector<record::Screen> shows;  ///< in this order; others may come between
  std::vector<record::Screen> never_shows;
  std::vector<record::Guidance> guidance;  ///< in this order; others may come between
  std::optional<record::CertificateStatus> certificate;
  std::optional<record::Validity> eligibility;
  std::optional<int> pin_tries_left;
  std::optional<int> card_face_number_tries_left;
  std::optional<bool> registered;  ///< whether the card was registered in this case
  std::optional<bool> card_left_alarm;
  std::optional<std::string> code;  ///< the error number on the last screen that showed one
  std::optional<record::DeskDecision> desk;
  std::optional<record::PrescriptionForm> prescription_form;
  std::optional<bool> offers_smartphone;  ///< whether an idle screen ever has the button スマートフォン
  std::optional<int> phone_tries_left;
  /// `reference: agrees`: only the checks of engine and checkers, which apply to every case.
  bool reference = false;
  std::map<std::string, Place> places;  ///< the place of each key, for messages
};

}  // namespace uketsuke::scenario
