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

/// What is true of the service and its line when a case begins.
struct ServiceStart {
  Duration network_delay{};
  bool network_up = true;
  Duration clock_ahead{};
  scenario::StatementFault statements = scenario::StatementFault::none;
  bool medical_aid = true;  ///< the site is set up to have it confirmed
};

/// The on-line eligibility service (オンライン資格確認等システム) at the far end of the line.
///
/// A request takes the network delay: half of it until the service acts, half until the answer is there.
/// Where the network is down at one of these moments, that half is lost; an order can be carried out and its
/// answer lost. A request that arrives when its reader has given up is dropped (`late_requests`). A reply
/// repeats the number of its request.
///
/// The service does not answer what it cannot answer: whether a certificate was taken back, where list or
/// OCSP answer cannot be used, and an order of nobody or about a category that nobody is asked about. Nothing
/// is stored then.
class EligibilityService : public sc_core::sc_module, public reader::ServiceLineIf {
 public:
  sc_core::sc_port<reader::ServiceRepliesIf> replies{"replies"};

  /// @param trust, issuers outlive it
  EligibilityService(sc_core::sc_module_name name, const ServiceRules& rules, const pki::TrustStore& trust,
                     const StatusIssuers& issuers, const ServiceStart& start, record::Record& record);

  void enrol(InsuredPerson person);
  void change_network(const scenario::NetworkChange& change);
  void shift_clock(Duration by) { clock_.shift(by); }

  /// The authority took this patient's certificate back before the case began.
  void revoke(const std::string& patient, pki::RevocationReason reason);

  /// The same for the certificate in his phone, which the card's does not touch.
  void revoke_phone(const std::string& patient, pki::RevocationReason reason);

  /// The holder telephoned: the certificate is suspended from now on.
  void suspend(const std::string& patient);

  bool consent_in_force(const std::string& patient, record::Category category, DateTime at) const {
    return consents_.in_force(patient, category, at);
  }
  const ConsentStore& consents() const { return consents_; }

  void send(const reader::ServiceRequest& request) override;

 private:
  struct Pending {
    sc_core::sc_time due;
    std::variant<reader::ServiceRequest, reader::ServiceReply> message;  ///< on its way there, or back
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
  InsuredPerson* current_ = nullptr;  ///< whom the last certificate showed
  bool current_by_phone_ = false;     ///< it was the one in his phone
  std::deque<Pending> pending_;       ///< by due time
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
