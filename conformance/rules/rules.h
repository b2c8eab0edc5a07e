#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "base/text.h"
#include "conformance/rules/identification_parameters.h"
#include "conformance/rules/periods.h"
#include "record/words/consent_words.h"
#include "record/words/desk_words.h"
#include "record/words/display_words.h"
#include "record/words/service_words.h"

namespace uketsuke::conformance {

/// How the consent screens begin.
UKETSUKE_ENUM(FirstScreen,
              each_category,  ///< one screen a category, one after the other
              consent_all,    ///< 全て同意する or 個別に同意する
)

/// How the limit information (限度額適用認定証情報) gets to the site.
UKETSUKE_ENUM(LimitPolicy,
              screen,     ///< the patient is asked, after completion
              automatic,  ///< with completion, unasked
)

/// When somebody who holds a 特定疾病療養受療証 is asked whether it may be given.
UKETSUKE_ENUM(SpecificDiseasePolicy,
              behind_limit,  ///< after the limit screen was answered
              by_parameter,  ///< as `specific_disease_after_reform` says
)

/// Where the question stands.
UKETSUKE_ENUM(SpecificDiseaseQuestion,
              behind_limit,  ///< after the limit screen was answered
              own_screen,    ///< behind the consents to medical information
              not_asked,     ///< at the reader; the desk's affair
)

/// consent.yaml: what a patient is asked.
struct ConsentPolicy {
  FirstScreen first_screen = FirstScreen::each_category;
  LimitPolicy limit = LimitPolicy::screen;
  SpecificDiseasePolicy specific_disease = SpecificDiseasePolicy::behind_limit;
};

/// certificate.yaml: how long an authentication certificate serves.
struct CertificatePolicy {
  int expires_soon_months = 0;  ///< before its last day: the reader says so
  int grace_months = 0;         ///< after its last day: eligibility is still answered
};

/// Whether the reader asks for the form of a prescription.
UKETSUKE_ENUM(FormQuestion,
              never,    ///< at no site
              by_site,  ///< where the site issues both forms and asks at the reader
)

/// prescription.yaml: the question for the form of a prescription.
struct PrescriptionPolicy {
  FormQuestion form_question = FormQuestion::never;
};

/// health_checks.yaml: the ages, in full years, from which there are health checks to tell of.
struct HealthCheckPolicy {
  int from_age = 0;               ///< 特定健診
  int late_elderly_from_age = 0;  ///< 後期高齢者健診 instead
};

/// Whether medical aid (医療扶助) can be confirmed on line.
UKETSUKE_ENUM(MedicalAidConfirmation,
              never,    ///< at no site
              by_site,  ///< where the site has set it up
)

/// medical_aid.yaml: 有効（未登録）, code 6.
struct MedicalAidPolicy {
  MedicalAidConfirmation confirmation = MedicalAidConfirmation::never;
};

/// Where a smartphone may take the card's place.
UKETSUKE_ENUM(PhoneOffer,
              never,    ///< at no site
              by_site,  ///< where the site has an external reader for phones
)

/// smartphone.yaml: a smartphone in the card's place.
struct SmartphonePolicy {
  PhoneOffer offered = PhoneOffer::never;
  int grace_months = 0;  ///< after its certificate's last day
};

/// What a phone whose owner is not registered yet leads to.
UKETSUKE_ENUM(PhoneRegistration,
              bring_card,     ///< the first registration needs the card
              at_the_reader,  ///< as with a card
)

/// Whether a paper is within the date printed on it.
UKETSUKE_ENUM(PaperState, within_date, past_date, any)

/// Whether the reader had the patient's card in this case; a card only held up at the desk leaves no trace.
UKETSUKE_ENUM(CardAtReader, yes, no, any)

/// What the desk may do with a paper.
struct DeskRule {
  record::Certificate certificate{};
  PaperState paper = PaperState::any;
  CardAtReader card = CardAtReader::any;
  std::vector<record::DeskDecision> allow;
  std::string requirement;
};

/// desk.yaml: rules in order; the first that fits counts.
struct DeskPolicy {
  std::vector<DeskRule> rules;

  /// The rule for a paper shown on `day`; null where no rule speaks of it.
  /// @param valid_until  last day printed on the paper; none: it has no such day
  const DeskRule* find(record::Certificate certificate, std::optional<Date> valid_until, Date day,
                       bool card) const;
};

/// What no public source says, as numbers and words with a default; docs/reception-flow.md marks them P.
struct Parameters {
  int face_attempts = 0;               ///< failed comparisons until face is used up
  int pin_tries = 0;                   ///< of a card that nothing else is said about
  int card_face_number_tries = 0;      ///< likewise
  int print_readings = 0;              ///< of 照合番号B off the card, wrong ones, until face is used up
  Duration notice_time{};              ///< a notice about the certificate goes on by itself
  Duration done_before_limit{};        ///< from `done` to the limit screen
  Duration card_left_after{};          ///< from the end of the reception to the alarm
  Duration screen_time_limit{};        ///< for an answer
  Duration service_patience{};         ///< for an answer of the service
  Duration tolerance{};                ///< by which a device may miss a time
  bool grace_until_month_end = false;  ///< the grace period runs to the end of its last month
  std::array<record::Screen, 3> consent_screen_order{};
  record::PrescriptionForm prescription_unanswered = record::PrescriptionForm::paper;
  SpecificDiseaseQuestion specific_disease_after_reform = SpecificDiseaseQuestion::own_screen;
  int phone_attempts = 0;        ///< phones that could not be used until a reception by phone ends
  int phone_pin_tries = 0;       ///< of a phone that nothing else is said about
  Duration done_without_card{};  ///< the last screen of a reception by phone stands so long
  PhoneRegistration phone_registration = PhoneRegistration::bring_card;
};

/// One of the parameters, for people.
struct ParameterInfo {
  std::string name;
  std::string value;  ///< as written
  std::string unit;   ///< empty where it has none
  Text why_unknown;
  Place place;
};

/// What is in force on one day. Points into the `Rules` it came from.
struct RulesOnDay {
  Date day{};
  const ConsentPolicy* consent = nullptr;
  const CertificatePolicy* certificate = nullptr;
  const DeskPolicy* desk = nullptr;
  const PrescriptionPolicy* prescription = nullptr;
  const HealthCheckPolicy* health_checks = nullptr;
  const Parameters* parameters = nullptr;
  const IdentificationParameters* identification = nullptr;
  const MedicalAidPolicy* medical_aid = nullptr;
  const SmartphonePolicy* smartphone = nullptr;

  /// When a holder of a 特定疾病療養受療証 is asked: the policy, with its parameter put in.
  SpecificDiseaseQuestion specific_disease_question() const;
};

/// Every rule with its periods. Loaded once, shared, never changed.
struct Rules {
  Timeline<ConsentPolicy> consent;
  Timeline<CertificatePolicy> certificate;
  Timeline<DeskPolicy> desk;
  Timeline<PrescriptionPolicy> prescription;
  Timeline<HealthCheckPolicy> health_checks;
  Timeline<MedicalAidPolicy> medical_aid;
  Timeline<SmartphonePolicy> smartphone;
  Parameters parameters;
  IdentificationParameters identification;
  std::vector<ParameterInfo> parameter_list;

  /// @throws InputError for a day that precedes the first period of a rule; its place is that period.
  RulesOnDay on(Date day) const;

  /// The first day on which every rule holds.
  Date first_day() const;
};

/// State of an authentication certificate on a day by its last day alone (valid, expires_soon, in_grace or
/// expired). Source: insurers' FAQ, "3 months"; whether to the day or to the month's end, sources differ.
record::CertificateStatus certificate_on(const RulesOnDay& rules, Date last_day);

/// Reads consent.yaml, certificate.yaml, desk.yaml, prescription.yaml, health_checks.yaml, medical_aid.yaml,
/// smartphone.yaml, parameters.yaml and identification_parameters.yaml of a folder.
/// @throws InputError: a file missing, periods that overlap or leave a gap, a parameter missing or unknown.
Rules load_rules(const std::filesystem::path& folder);

}  // namespace uketsuke::conformance
