// What the service answers and stores.

#include <algorithm>
#include <utility>

#include "kernel/time.h"
#include "sim/eligibility/eligibility_service.h"
#include "sim/eligibility/insurance_history.h"

namespace uketsuke::sim {

DateTime EligibilityService::true_time() const { return record_.wall_time(sc_now()); }

const std::string& EligibilityService::patient() const {
  static const std::string kNobody;
  return current_ == nullptr ? kNobody : current_->persona->id;
}

EligibilityService::Answer EligibilityService::check(const reader::CertificateQuery& query) {
  const CheckedCertificate verdict = certificates_.check(query, now(), true_time());
  current_ = verdict.holder;
  current_by_phone_ = verdict.by_phone;
  if (!verdict.status) return std::nullopt;
  record_.add(record::Source::service, record::CertificateChecked{patient(), *verdict.status});
  return *verdict.status;
}

EligibilityService::Answer EligibilityService::registered() {
  const bool registered =
      current_ != nullptr && current_->registered && (!current_by_phone_ || current_->phone->registered);
  record_.add(record::Source::service, record::RegistrationChecked{patient(), registered});
  return registered;
}

EligibilityService::Answer EligibilityService::enroll() {
  if (current_ == nullptr) return std::nullopt;
  current_->registered = true;
  if (current_->phone) current_->phone->registered = true;
  record_.add(record::Source::service, record::Registered{patient()});
  return std::monostate{};
}

EligibilityService::Answer EligibilityService::eligibility() {
  using record::Validity;
  InsuranceAnswer answer;
  const Date today = std::chrono::floor<date::days>(now());
  if (current_ != nullptr) {
    answer = answer_on(current_->history(), today, medical_aid_on(today));
    if (current_->validity) answer.validity = *current_->validity;
  }
  const bool insured = answer.validity == Validity::valid || answer.validity == Validity::valid_unregistered;
  if (!insured) answer.insurer.clear();
  record::EligibilityAnswered answered{patient(), answer.validity, answer.insurer};
  const bool disease = insured && current_ != nullptr && current_->holds_specific_disease(today);
  if (disease) answered.specific_disease_certificate = true;
  record_.add(record::Source::service, std::move(answered));
  return reader::EligibilityReply{answer.validity, disease};
}

MedicalAid EligibilityService::medical_aid_on(Date day) const {
  return {medical_aid_site_ && day >= rules_.medical_aid_from, rules_.medical_aid_unconfirmed};
}

EligibilityService::Answer EligibilityService::store(const reader::ConsentOrder& order) {
  if (!std::all_of(order.automatic.begin(), order.automatic.end(), is_category)) return std::nullopt;
  const DateTime at = now();
  if (consents_.store(patient(), order.answers, at) != ConsentProblem::none) return std::nullopt;
  for (const auto& [category, given] : order.answers) {
    record::ConsentRecorded consent{patient(), category, given, std::nullopt, std::nullopt};
    if (given) {
      consent.consent_time = format_compact(at);
      consent.available_time = format_compact(at + rules_.consent_life);
    }
    record_.add(record::Source::service, std::move(consent));
  }
  if (order.prescription) {
    record_.add(record::Source::service, record::PrescriptionFormChosen{patient(), *order.prescription});
  }
  const auto release = [&](record::Category category) {
    const bool any = has_information(category, std::chrono::floor<date::days>(at));
    record_.add(record::Source::service, record::DataReleased{patient(), category, any});
  };
  for (const record::Category category : order.automatic) release(category);
  for (const auto& [category, given] : order.answers) {
    if (given) release(category);
  }
  return std::monostate{};
}

bool EligibilityService::has_information(record::Category category, Date today) const {
  if (category == record::Category::eligibility) return true;
  if (category == record::Category::specific_health_checkups_info &&
      age_on(current_->persona->born, today) < rules_.health_checkup_age) {
    return false;
  }
  if (category == record::Category::specific_diseases_certificate)
    return current_->holds_specific_disease(today);
  return current_->persona->information.count(category) != 0;
}

}  // namespace uketsuke::sim
