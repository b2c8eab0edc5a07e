#include "harness/receipt/of_record.h"

#include <map>
#include <utility>

#include "harness/receipt/facility.h"
#include "harness/receipt/of_persona.h"
#include "oqs/own_codes.h"
#include "oqs/validation/field_values.h"

namespace uketsuke::oqs {

namespace {

using record::Category;

/// Whether a reception begins: a card is inserted, or the button スマートフォン is touched.
bool begins_reception(const record::Event& event) {
  const auto* touch = record::as<record::ButtonTouched>(event);
  return record::as<record::CardInserted>(event) != nullptr ||
         (touch != nullptr && touch->screen == record::Screen::idle);
}

/// What the record says about one card in the slot, or one phone.
struct Reception {
  std::string patient;
  bool completed = false;
  std::optional<record::CertificateStatus> certificate;
  std::optional<record::EligibilityAnswered> eligibility;
  std::optional<record::PrescriptionForm> prescription;
  std::map<Category, record::ConsentRecorded> consents;
  std::optional<DateTime> limit_released;
  DateTime last_answer{};

  void note(const record::Event& event, DateTime time) {
    if (const auto* checked = record::as<record::CertificateChecked>(event)) {
      patient = checked->patient;
      certificate = checked->status;
    } else if (const auto* answered = record::as<record::EligibilityAnswered>(event)) {
      eligibility = *answered;
    } else if (const auto* consent = record::as<record::ConsentRecorded>(event)) {
      consents.insert_or_assign(consent->category, *consent);
    } else if (const auto* form = record::as<record::PrescriptionFormChosen>(event)) {
      prescription = form->form;
    } else if (const auto* released = record::as<record::DataReleased>(event)) {
      if (released->category == Category::limit_application_certificate) limit_released = time;
    } else if (record::as<record::ReceptionCompleted>(event) != nullptr) {
      completed = true;
    }
    const bool by_telephone = record::as<record::CardSuspended>(event) != nullptr;
    if (event.source == record::Source::service && !by_telephone) last_answer = time;
  }
};

/// The last completed reception of this patient, or of any patient if the name is empty.
std::optional<Reception> last_completed(const record::Record& record, const std::string& patient) {
  std::optional<Reception> last;
  Reception current;
  const auto keep = [&] {
    if (current.completed && (patient.empty() || current.patient == patient)) last = current;
  };
  for (const record::Event& event : record.events()) {
    if (begins_reception(event)) {
      keep();
      current = {};
    }
    current.note(event, record.wall_time(event.time));
  }
  keep();
  return last;
}

std::string code_of(record::Validity validity) {
  switch (validity) {
    case record::Validity::valid:
      return "1";
    case record::Validity::invalid:
      return "2";
    case record::Validity::invalid_newer_exists:
      return "3";
    case record::Validity::none:
      return "4";
    case record::Validity::several:
      return "5";
    case record::Validity::valid_unregistered:
      return "6";
  }
  return "4";
}

/// The memberships that an answer is about: those with the insurer that it names, else those in force, else
/// the last one.
std::vector<const scenario::Insurance*> memberships(const scenario::Persona& persona,
                                                    const record::EligibilityAnswered& answer, Date day) {
  std::vector<const scenario::Insurance*> found;
  if (answer.validity == record::Validity::none) return found;
  const scenario::Insurance* last = nullptr;
  for (const scenario::Insurance& insurance : persona.insurance) {
    if (insurance.from > day) continue;
    last = &insurance;
    const bool wanted =
        answer.insurer.empty() || trimmed(insurance.insurer_number) == trimmed(answer.insurer);
    const bool ended = !in_force(insurance, day);
    const bool about_ended = answer.validity == record::Validity::invalid ||
                             answer.validity == record::Validity::invalid_newer_exists;
    if (wanted && ended == about_ended) found.push_back(&insurance);
  }
  if (found.empty() && last != nullptr) found.push_back(last);
  if (answer.validity != record::Validity::several && found.size() > 1)
    found.erase(found.begin(), found.end() - 1);
  return found;
}

std::optional<DateTime> stored_time(const std::optional<std::string>& text) {
  return text ? compact_time(*text) : std::nullopt;
}

Consent consent_of(const Reception& reception, const scenario::Site& site, Category category) {
  const auto stored = reception.consents.find(category);
  if (stored == reception.consents.end() || site.asks.count(category) == 0) return {};
  if (!stored->second.given) return Consent::refused();
  return {"1", stored_time(stored->second.consent_time), stored_time(stored->second.available_time)};
}

OpenConsent open_consent_of(const Reception& reception, Category category) {
  const auto stored = reception.consents.find(category);
  if (stored == reception.consents.end() || !stored->second.given) return OpenConsent::refused();
  return {"1", stored_time(stored->second.consent_time)};
}

void add_consents(ResultOfQualificationConfirmation& result, const Reception& reception,
                  const scenario::Site& site) {
  result.specific_health_checkups_info = consent_of(reception, site, Category::specific_health_checkups_info);
  result.pharmacists_info = consent_of(reception, site, Category::pharmacists_info);
  result.diagnosis_info = consent_of(reception, site, Category::diagnosis_info);
  result.operation_info = consent_of(reception, site, Category::operation_info);
  result.limit = open_consent_of(reception, Category::limit_application_certificate);
  if (result.limit.flag == "0" && reception.limit_released)
    result.limit = OpenConsent::given(*reception.limit_released);
  result.specific_diseases = open_consent_of(reception, Category::specific_diseases_certificate);
}

/// Adds the certificates themselves, if their holder agreed to give them.
void add_specific_diseases(ResultOfQualificationConfirmation& result, const scenario::Persona& persona,
                           Date day) {
  if (result.specific_diseases.flag != "1") return;
  for (const scenario::SpecificDiseaseCertificate& one : persona.specific_diseases) {
    if (one.in_force(day)) result.specific_diseases_list.push_back(specific_disease(one));
  }
}

void add_certificate_message(ResultBody& body, record::CertificateStatus status) {
  const OwnCode* note = status == record::CertificateStatus::expires_soon ? &kCertificateExpiresSoon
                        : status == record::CertificateStatus::in_grace   ? &kCertificateExpired
                                                                          : nullptr;
  if (note == nullptr) return;
  body.processing_result_code = note->code;
  body.processing_result_message = note->message;
}

}  // namespace

std::optional<Result> result_of(const record::Record& record, const scenario::Persona& persona,
                                const scenario::Site& site) {
  const auto reception = last_completed(record, persona.id);
  if (!reception || !reception->eligibility) return std::nullopt;
  const Date day = std::chrono::floor<date::days>(reception->last_answer);
  Result result;
  result.header.process_execution_time = reception->last_answer;
  result.header.qualification_confirmation_date = day;
  result.header.medical_institution_code = institution_code(site);
  result.header.reference_classification = "1";
  result.header.segment_of_result = "1";
  result.body.processing_result_status = "1";
  result.body.qualification_validity = code_of(reception->eligibility->validity);
  if (reception->prescription) {
    result.body.prescription_issue_select =
        *reception->prescription == record::PrescriptionForm::electronic ? "1" : "2";
  }
  if (reception->certificate) add_certificate_message(result.body, *reception->certificate);
  for (const scenario::Insurance* insurance : memberships(persona, *reception->eligibility, day)) {
    result.body.results.push_back(membership(persona, *insurance, day));
    add_consents(result.body.results.back(), *reception, site);
    add_specific_diseases(result.body.results.back(), persona, day);
  }
  return result;
}

std::string patient_of_last_reception(const record::Record& record) {
  const auto reception = last_completed(record, "");
  return reception ? reception->patient : "";
}

}  // namespace uketsuke::oqs
