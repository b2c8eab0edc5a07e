#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <systemc>
#include <vector>

#include "reader_model/ports/service_line.h"
#include "reports/record/record.h"
#include "scenarios/model/persona.h"
#include "sim/pki/verification.h"

namespace uketsuke::sim {

/// Rules of the service that no card and no reader knows. Months count from the certificate's last day.
struct ServiceRules {
  int expires_soon_months = 3;
  int grace_months = 3;  ///< eligibility is still answered that long after the certificate expired
  Duration consent_life = std::chrono::hours(24);
  int health_checkup_age = 40;  ///< 特定健診 from the year of life 40 on
};

/// What the service keeps about one insured person.
struct InsuredPerson {
  std::shared_ptr<const scenario::Persona> persona;
  std::uint32_t certificate_serial = 0;
  Date certificate_expires{};
  bool registered = true;
  std::optional<record::CertificateStatus> certificate;  ///< `suspended` or `revoked`; none: by date
  std::optional<record::Validity> validity;              ///< answered whatever the history says
};

/// The on-line eligibility service (オンライン資格確認等システム) at the far end of the line.
///
/// A request takes the network delay: half of it until the service acts, half until the answer is there.
/// Where the network is down at one of these moments, that half is lost; an order can be carried out and its
/// answer lost.
class EligibilityService : public sc_core::sc_module, public reader::ServiceLine {
 public:
  EligibilityService(sc_core::sc_module_name name, const ServiceRules& rules, const pki::TrustStore& trust,
                     Duration network_delay, record::Record& record);

  void connect(reader::ServiceReplies& reader) { reader_ = &reader; }
  void enrol(InsuredPerson person);
  void set_network(bool up) { up_ = up; }

  /// The holder telephoned: the certificate is suspended from now on.
  void suspend(const std::string& patient);

  void send(const reader::ServiceRequest& request) override;

 private:
  struct Pending {
    sc_core::sc_time due;
    std::optional<reader::ServiceRequest> request;  ///< on its way to the service
    std::optional<reader::ServiceReply> reply;      ///< on its way back
  };

  ServiceRules rules_;
  const pki::TrustStore& trust_;
  Duration delay_;
  record::Record& record_;
  reader::ServiceReplies* reader_ = nullptr;
  bool up_ = true;
  std::vector<InsuredPerson> persons_;
  InsuredPerson* current_ = nullptr;  ///< whom the last certificate showed
  std::deque<Pending> pending_;       ///< by due time
  sc_core::sc_event due_{"due"};

  void step();
  void schedule(Pending pending);
  Date today() const;

  reader::ServiceReply answer(const reader::ServiceRequest& request);
  record::CertificateStatus check(const reader::CertificateQuery& query);
  record::CertificateStatus status_of(const InsuredPerson& person) const;
  bool registered();
  void enroll();
  record::Validity eligibility();
  void store(const reader::ConsentOrder& order);
  bool has_information(record::Category category) const;
  const std::string& patient() const;
};

}  // namespace uketsuke::sim
