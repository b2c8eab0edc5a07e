#include "sim/eligibility/eligibility_service.h"

#include <algorithm>
#include <utility>

#include "kernel/time.h"

namespace uketsuke::sim {

EligibilityService::EligibilityService(sc_core::sc_module_name name, const ServiceRules& rules,
                                       const pki::TrustStore& trust, Duration network_delay,
                                       record::Record& record)
    : sc_module(name), rules_(rules), trust_(trust), delay_(network_delay), record_(record) {
  SC_HAS_PROCESS(EligibilityService);
  SC_METHOD(step);
  sensitive << due_;
  dont_initialize();
}

void EligibilityService::enrol(InsuredPerson person) { persons_.push_back(std::move(person)); }

void EligibilityService::suspend(const std::string& patient) {
  for (InsuredPerson& person : persons_) {
    if (person.persona->id == patient) person.certificate = record::CertificateStatus::suspended;
  }
  record_.add(record::Source::service, record::CardSuspended{patient});
}

void EligibilityService::send(const reader::ServiceRequest& request) {
  schedule({sc_core::sc_time_stamp() + to_sc_time(delay_ / 2), request, std::nullopt});
}

void EligibilityService::schedule(Pending pending) {
  const auto after =
      std::upper_bound(pending_.begin(), pending_.end(), pending.due,
                       [](const sc_core::sc_time& due, const Pending& p) { return due < p.due; });
  pending_.insert(after, std::move(pending));
  due_.cancel();
  due_.notify(pending_.front().due - sc_core::sc_time_stamp());
}

void EligibilityService::step() {
  while (!pending_.empty() && pending_.front().due <= sc_core::sc_time_stamp()) {
    const Pending now = std::move(pending_.front());
    pending_.pop_front();
    if (!up_) continue;  // lost on the way
    if (now.request) {
      schedule(
          {sc_core::sc_time_stamp() + to_sc_time(delay_ - delay_ / 2), std::nullopt, answer(*now.request)});
    } else if (reader_ != nullptr) {
      reader_->deliver(*now.reply);
    }
  }
  if (!pending_.empty()) due_.notify(pending_.front().due - sc_core::sc_time_stamp());
}

Date EligibilityService::today() const { return std::chrono::floor<date::days>(record_.wall_time(sc_now())); }

reader::ServiceReply EligibilityService::answer(const reader::ServiceRequest& request) {
  struct Handler {
    EligibilityService& service;
    decltype(reader::ServiceReply::body) operator()(const reader::CertificateQuery& query) {
      return service.check(query);
    }
    decltype(reader::ServiceReply::body) operator()(const reader::RegistrationQuery&) {
      return service.registered();
    }
    decltype(reader::ServiceReply::body) operator()(const reader::RegistrationOrder&) {
      service.enroll();
      return std::monostate{};
    }
    decltype(reader::ServiceReply::body) operator()(const reader::EligibilityQuery&) {
      return service.eligibility();
    }
    decltype(reader::ServiceReply::body) operator()(const reader::ConsentOrder& order) {
      service.store(order);
      return std::monostate{};
    }
  };
  return {request.reception, std::visit(Handler{*this}, request.body)};
}

const std::string& EligibilityService::patient() const {
  static const std::string kNobody;
  return current_ == nullptr ? kNobody : current_->persona->id;
}

record::CertificateStatus EligibilityService::check(const reader::CertificateQuery& query) {
  using record::CertificateStatus;
  current_ = nullptr;
  CertificateStatus status = CertificateStatus::untrusted;
  const auto verdict = trust_.verify(query.certificate, record_.wall_time(sc_now()));
  const auto& facts = trust_.facts(query.certificate);
  const bool genuine =
      verdict == pki::CertificateVerdict::valid || verdict == pki::CertificateVerdict::expired;
  const bool signed_now =
      query.signature.empty() || trust_.verify_signature(query.certificate, query.challenge, query.signature);
  if (genuine && signed_now && facts) {
    const auto person = std::find_if(persons_.begin(), persons_.end(), [&](const InsuredPerson& p) {
      return p.certificate_serial == facts->serial;
    });
    if (person != persons_.end()) {
      current_ = &*person;
      status = status_of(*person);
    }
  }
  record_.add(record::Source::service, record::CertificateChecked{patient(), status});
  return status;
}

record::CertificateStatus EligibilityService::status_of(const InsuredPerson& person) const {
  using record::CertificateStatus;
  if (person.certificate) return *person.certificate;
  const Date day = today();
  if (day > add_months(person.certificate_expires, rules_.grace_months)) return CertificateStatus::expired;
  if (day > person.certificate_expires) return CertificateStatus::in_grace;
  if (day >= add_months(person.certificate_expires, -rules_.expires_soon_months))
    return CertificateStatus::expires_soon;
  return CertificateStatus::valid;
}

bool EligibilityService::registered() {
  const bool registered = current_ != nullptr && current_->registered;
  record_.add(record::Source::service, record::RegistrationChecked{patient(), registered});
  return registered;
}

void EligibilityService::enroll() {
  if (current_ == nullptr) return;
  current_->registered = true;
  record_.add(record::Source::service, record::Registered{patient()});
}

record::Validity EligibilityService::eligibility() {
  using record::Validity;
  Validity validity = Validity::none;
  std::string insurer;
  if (current_ != nullptr) {
    const Date day = today();
    int in_force = 0;
    for (const scenario::Insurance& insurance : current_->persona->insurance) {
      if (insurance.from > day) continue;
      if (insurance.until && *insurance.until < day) {
        if (in_force == 0) validity = Validity::invalid;
        continue;
      }
      ++in_force;
      insurer = insurance.insurer_number;
      validity = in_force == 1 ? Validity::valid : Validity::several;
    }
    if (current_->validity) validity = *current_->validity;
  }
  if (validity != Validity::valid && validity != Validity::valid_unregistered) insurer.clear();
  record_.add(record::Source::service, record::EligibilityAnswered{patient(), validity, insurer});
  return validity;
}

void EligibilityService::store(const reader::ConsentOrder& order) {
  if (current_ == nullptr) return;
  const DateTime now = record_.wall_time(sc_now());
  const DateTime until = now + std::chrono::duration_cast<std::chrono::seconds>(rules_.consent_life);
  for (const auto& [category, given] : order.answers) {
    record::ConsentRecorded consent{patient(), category, given, std::nullopt, std::nullopt};
    if (given) {
      consent.consent_time = format_compact(now);
      consent.available_time = format_compact(until);
    }
    record_.add(record::Source::service, std::move(consent));
  }
  const auto release = [&](record::Category category) {
    record_.add(record::Source::service,
                record::DataReleased{patient(), category, has_information(category)});
  };
  for (const record::Category category : order.automatic) release(category);
  for (const auto& [category, given] : order.answers) {
    if (given) release(category);
  }
}

bool EligibilityService::has_information(record::Category category) const {
  if (category == record::Category::eligibility) return true;
  if (category == record::Category::specific_health_checkups_info &&
      age_on(current_->persona->born, today()) < rules_.health_checkup_age) {
    return false;
  }
  return current_->persona->information.count(category) != 0;
}

}  // namespace uketsuke::sim
