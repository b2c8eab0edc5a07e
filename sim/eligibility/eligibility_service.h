#pragma once

#include <deque>
#include <optional>
#include <string>
#include <systemc>
#include <variant>

#include "reader_model/ports/service_line.h"
#include "record/record.h"
#include "sim/eligibility/certificate_desk.h"
#include "sim/eligibility/consent_store.h"
#include "sim/eligibility/insurance_history.h"
#include "sim/eligibility/network_line.h"
#include "sim/eligibility/registry.h"
#include "sim/eligibility/revocation_desk.h"
#include "sim/eligibility/service_clock.h"
#include "sim/eligibility/service_rules.h"
#include "sim/pki/verification.h"

namespace uketsuke::sim {

/// State of the service and its line when a case begins.
struct ServiceStart {
  Duration network_delay{};
  bool network_up = true;
  Duration clock_ahead{};
  scenario::StatementFault statements = scenario::StatementFault::none;
  bool medical_aid = true;  ///< the site can have medical aid confirmed
};

/// The on-line eligibility service (オンライン資格確認等システム) at the far end of the line.
///
/// A request takes the network delay: one half until the service acts, the other until the answer arrives. A
/// half is lost if the network is down at its end, so an order can be carried out and its answer lost. A
/// request that arrives after its reader has given up is dropped (`late_requests`). A reply repeats the
/// number of its request.
///
/// The service stays silent if it cannot answer: if the CRL or OCSP response about a certificate cannot be
/// used, and for an order about an unknown person or about a category that is never asked about. It stores
/// nothing then.
class EligibilityService : public sc_core::sc_module, public reader::ServiceLineIf {
 public:
  sc_core::sc_port<reader::ServiceRepliesIf> replies{"replies"};

  /// @param trust, issuers outlive it
  EligibilityService(sc_core::sc_module_name name, const ServiceRules& rules, const pki::TrustStore& trust,
                     const StatusIssuers& issuers, const ServiceStart& start, record::Record& record);

  void enrol(InsuredPerson person);
  void change_network(const scenario::NetworkChange& change);
  void shift_clock(Duration by) { clock_.shift(by); }

  /// The CA revoked this patient's certificate before the case began.
  void revoke(const std::string& patient, pki::RevocationReason reason);

  /// The CA revoked the certificate in this patient's phone; the card's certificate is not affected.
  void revoke_phone(const std::string& patient, pki::RevocationReason reason);

  /// The holder telephoned: their certificate is suspended from now on.
  void suspend(const std::string& patient);

  bool consent_in_force(const std::string& patient, record::Category category, DateTime at) const {
    return consents_.in_force(patient, category, at);
  }
  const ConsentStore& consents() const { return consents_; }

  void send(const reader::ServiceRequest& request) override;

 private:
  struct Pending {
    sc_core::sc_time due;
    /// In transit to the service, or back.
    std::variant<reader::ServiceRequest, reader::ServiceReply> message;
    Passage passage;
  };
  using Answer = std::optional<decltype(reader::ServiceReply::body)>;  ///< none: the service stays silent

  ServiceRules rules_;
  bool medical_aid_site_;
  record::Record& record_;
  NetworkLine line_;
  ServiceClock clock_;
  Registry registry_;
  ConsentStore consents_;
  RevocationDesk authority_;
  CertificateDesk certificates_;
  InsuredPerson* current_ = nullptr;  ///< holder of the certificate that was checked last
  bool current_by_phone_ = false;     ///< that certificate was the one in their phone
  std::deque<Pending> pending_;       ///< by the time at which they arrive
  sc_core::sc_event due_{"due"};

  void step();
  void schedule(Duration after, Pending pending);
  void act_on(const reader::ServiceRequest& request, const Passage& passage);
  DateTime true_time() const;
  DateTime now() { return clock_.read(true_time()); }

  // eligibility_answers.cpp
  Answer check(const reader::CertificateQuery& query);
  Answer registered();
  Answer enroll();
  Answer eligibility();
  Answer store(const reader::ConsentOrder& order);
  bool has_information(record::Category category, Date today) const;
  MedicalAid medical_aid_on(Date day) const;
  const std::string& patient() const;
};

}  // namespace uketsuke::sim
