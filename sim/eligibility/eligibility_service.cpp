#include "sim/eligibility/eligibility_service.h"

#include <algorithm>
#include <utility>

#include "kernel/time.h"

namespace uketsuke::sim {

namespace {

scenario::Exchange kind_of(const reader::ServiceRequest& request) {
  using scenario::Exchange;
  struct Kind {
    Exchange operator()(const reader::CertificateQuery&) const { return Exchange::certificate; }
    Exchange operator()(const reader::RegistrationQuery&) const { return Exchange::registration; }
    Exchange operator()(const reader::RegistrationOrder&) const { return Exchange::enroll; }
    Exchange operator()(const reader::EligibilityQuery&) const { return Exchange::eligibility; }
    Exchange operator()(const reader::ConsentOrder&) const { return Exchange::consent; }
  };
  return std::visit(Kind{}, request.body);
}

}  // namespace

EligibilityService::EligibilityService(sc_core::sc_module_name name, const ServiceRules& rules,
                                       const pki::TrustStore& trust, const StatusIssuers& issuers,
                                       const ServiceStart& start, record::Record& record)
    : sc_module(name),
      rules_(rules),
      medical_aid_site_(start.medical_aid),
      record_(record),
      line_(start.network_delay, start.network_up),
      clock_(start.clock_ahead),
      consents_(rules.consent_life),
      authority_(issuers, rules.statement_life, start.statements),
      certificates_(rules_, trust, registry_, authority_) {
  SC_HAS_PROCESS(EligibilityService);
  SC_METHOD(step);
  sensitive << due_;
  dont_initialize();
}

void EligibilityService::enrol(InsuredPerson person) {
  consents_.admit(registry_.enrol(std::move(person)).persona->id);
}

void EligibilityService::change_network(const scenario::NetworkChange& change) {
  line_.change(change, sc_now());
}

void EligibilityService::revoke(const std::string& patient, pki::RevocationReason reason) {
  const InsuredPerson* person = registry_.by_name(patient);
  if (person == nullptr) return;
  authority_.revoke(person->certificate_serial, person->certificate_issuer, reason, true_time());
}

void EligibilityService::revoke_phone(const std::string& patient, pki::RevocationReason reason) {
  const InsuredPerson* person = registry_.by_name(patient);
  if (person == nullptr || !person->phone) return;
  authority_.revoke(person->phone->certificate_serial, person->phone->certificate_issuer, reason,
                    true_time());
}

void EligibilityService::suspend(const std::string& patient) {
  revoke(patient, pki::RevocationReason::certificate_hold);
  record_.add(record::Source::service, record::CardSuspended{patient});
}

void EligibilityService::send(const reader::ServiceRequest& request) {
  const Passage passage = line_.send(kind_of(request));
  if (!passage.request_lost) schedule(passage.there, {{}, request, passage});
}

void EligibilityService::schedule(Duration after, Pending pending) {
  pending.due = sc_core::sc_time_stamp() + to_sc_time(after);
  const auto later =
      std::upper_bound(pending_.begin(), pending_.end(), pending.due,
                       [](const sc_core::sc_time& due, const Pending& p) { return due < p.due; });
  pending_.insert(later, std::move(pending));
  due_.cancel();
  due_.notify(pending_.front().due - sc_core::sc_time_stamp());
}

void EligibilityService::step() {
  while (!pending_.empty() && pending_.front().due <= sc_core::sc_time_stamp()) {
    const Pending arrived = std::move(pending_.front());
    pending_.pop_front();
    if (!line_.up(sc_now())) continue;  // lost on the line
    if (const auto* request = std::get_if<reader::ServiceRequest>(&arrived.message)) {
      act_on(*request, arrived.passage);
    } else {
      replies->deliver(std::get<reader::ServiceReply>(arrived.message));
    }
  }
  if (!pending_.empty()) due_.notify(pending_.front().due - sc_core::sc_time_stamp());
}

void EligibilityService::act_on(const reader::ServiceRequest& request, const Passage& passage) {
  struct Handler {
    EligibilityService& service;
    Answer operator()(const reader::CertificateQuery& query) { return service.check(query); }
    Answer operator()(const reader::RegistrationQuery&) { return service.registered(); }
    Answer operator()(const reader::RegistrationOrder&) { return service.enroll(); }
    Answer operator()(const reader::EligibilityQuery&) { return service.eligibility(); }
    Answer operator()(const reader::ConsentOrder& order) { return service.store(order); }
  };
  if (rules_.late_requests == LateRequests::dropped && passage.there >= request.patience) return;
  const Answer answer = std::visit(Handler{*this}, request.body);
  if (!answer || passage.answer_lost) return;
  const reader::ServiceReply reply{request.number, *answer};
  schedule(passage.back, {{}, reply, passage});
  if (passage.duplicate_after) schedule(passage.back + *passage.duplicate_after, {{}, reply, passage});
}

}  // namespace uketsuke::sim
