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

/// The first consent screen.
UKETSUKE_ENUM(FirstScreen,
              each_category,  ///< one screen per category, one after another
              consent_all,    ///< 全て同意する or 個別に同意する
)

/// How the limit information (限度額適用認定証情報) reaches the site.
UKETSUKE_ENUM(LimitPolicy,
              screen,     ///< the patient is asked, after completion
              automatic,  ///< with completion, without asking
)

/// When a holder of a 特定疾病療養受療証 is asked whether it may be provided.
UKETSUKE_ENUM(SpecificDiseasePolicy,
              behind_limit,  ///< after the limit screen was answered
              by_parameter,  ///< according to `specific_disease_after_reform`
)

/// Where the question is asked.
UKETSUKE_ENUM(SpecificDiseaseQuestion,
              behind_limit,  ///< after the limit screen was answered
              own_screen,    ///< after the consents to medical information
              not_asked,     ///< not at the reader; handled at the desk
)

/// Contents of consent.yaml: what a patient is asked.
struct ConsentPolicy {
  FirstScreen first_screen = FirstScreen::each_category;
  LimitPolicy limit = LimitPolicy::screen;
  SpecificDiseasePolicy specific_disease = SpecificDiseasePolicy::behind_limit;
};

/// Contents of certificate.yaml: how long an authentication certificate is accepted.
struct CertificatePolicy {
  int expires_soon_months = 0;  ///< months before its last day in which the reader shows a notice
  int grace_months = 0;         ///< months after its last day in which eligibility is still answered
};

/// Whether the reader asks for the form of a prescription.
UKETSUKE_ENUM(FormQuestion,
              never,    ///< at no site
              by_site,  ///< if the site issues both forms and asks at the reader
)

/// Contents of prescription.yaml: the question for the form of a prescription.
struct PrescriptionPolicy {
  FormQuestion form_question = FormQuestion::never;
};

/// Contents of health_checks.yaml: ages, in full years, from which health check information exists.
struct HealthCheckPolicy {
  int from_age = 0;               ///< 特定健診
  int late_elderly_from_age = 0;  ///< 後期高齢者健診 instead
};

/// Whether medical aid (医療扶助) can be confirmed on line.
UKETSUKE_ENUM(MedicalAidConfirmation,
              never,    ///< at no site
              by_site,  ///< if the site has set it up
)

/// Contents of medical_aid.yaml: 有効（未登録）, code 6.
struct MedicalAidPolicy {
  MedicalAidConfirmation confirmation = MedicalAidConfirmation::never;
};

/// Whether a smartphone may be used instead of the card.
UKETSUKE_ENUM(PhoneOffer,
              never,    ///< at no site
              by_site,  ///< if the site has an external reader for phones
)

/// Contents of smartphone.yaml: a smartphone used instead of the card.
struct SmartphonePolicy {
  PhoneOffer offered = PhoneOffer::never;
  int grace_months = 0;  ///< months after its certificate's last day
};

/// What happens with a phone whose owner is not registered yet.
UKETSUKE_ENUM(PhoneRegistration,
              bring_card,     ///< the first registration needs the card
              at_the_reader,  ///< as with a card
)

/// Whether a paper is within the date printed on it.
UKETSUKE_ENUM(PaperState, within_date, past_date, any)

/// Whether the patient's card was in the reader in this case; a card only shown at the desk leaves no trace.
UKETSUKE_ENUM(CardAtReader, yes, no, any)

/// What the desk may do with a paper.
struct DeskRule {
  record::Certificate certificate{};
  PaperState paper = PaperState::any;
  CardAtReader card = CardAtReader::any;
  std::vector<record::DeskDecision> allow;
  std::string requirement;
};

/// Contents of desk.yaml: rules in order; the first match counts.
struct DeskPolicy {
  std::vector<DeskRule> rules;

  /// The rule for a paper shown on `day`; null if no rule matches.
  /// @param valid_until  last day printed on the paper; empty: none is printed
  const DeskRule* find(record::Certificate certificate, std::optional<Date> valid_until, Date day,
                       bool card) const;
};

/// Values without a public source, each with a default; docs/reception-flow.md marks them P.
struct Parameters {
  int face_attempts = 0;           ///< failed comparisons until face is used up
  int pin_tries = 0;               ///< default PIN tries of a card
  int card_face_number_tries = 0;  ///< default tries of 照合番号B of a card
  int print_readings = 0;          ///< misreadings of 照合番号B printed on the card until face is used up
  Duration notice_time{};          ///< time until a certificate notice goes on by itself
  Duration done_before_limit{};    ///< from `done` to the limit screen
  Duration card_left_after{};      ///< from the end of the reception to the alarm
  Duration screen_time_limit{};    ///< time to answer a screen
  Duration service_patience{};     ///< time to wait for an answer of the service
  Duration tolerance{};            ///< allowed deviation of a device from a time
  bool grace_until_month_end = false;  ///< the grace period ends at the end of its last month
  std::array<record::Screen, 3> consent_screen_order{};
  record::PrescriptionForm prescription_unanswered = record::PrescriptionForm::paper;
  SpecificDiseaseQuestion specific_disease_after_reform = SpecificDiseaseQuestion::own_screen;
  int phone_attempts = 0;        ///< failed phones until a reception by phone ends
  int phone_pin_tries = 0;       ///< default PIN tries of a phone
  Duration done_without_card{};  ///< how long the last screen of a reception by phone is shown
  PhoneRegistration phone_registration = PhoneRegistration::bring_card;
};

/// Description of one parameter, for people.
struct ParameterInfo {
  std::string name;
  std::string value;  ///< as written
  std::string unit;   ///< empty if it has none
  Text why_unknown;
  Place place;
};

/// The rules in force on one day. Refers to the `Rules` it came from.
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

  /// When a holder of a 特定疾病療養受療証 is asked: the policy with its parameter applied.
  SpecificDiseaseQuestion specific_disease_question() const;
};

/// All rules with their periods. Loaded once, shared, immutable.
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

  /// @throws InputError if the day precedes the first period of a rule, placed at that period.
  RulesOnDay on(Date day) const;

  /// The first day on which every rule is in force.
  Date first_day() const;
};

/// State of an authentication certificate on a day, by its last day alone (valid, expires_soon, in_grace or
/// expired). Source: insurers' FAQ, "3 months"; sources differ whether to the day or to the end of the month.
record::CertificateStatus certificate_on(const RulesOnDay& rules, Date last_day);

/// Reads consent.yaml, certificate.yaml, desk.yaml, prescription.yaml, health_checks.yaml, medical_aid.yaml,
/// smartphone.yaml, parameters.yaml and identification_parameters.yaml of a folder.
/// @throws InputError: a missing file, periods that overlap or leave a gap, a missing or unknown parameter.
Rules load_rules(const std::filesystem::path& folder);

}  // namespace uketsuke::conformance
