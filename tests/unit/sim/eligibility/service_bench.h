#pragma once

#include <memory>
#include <string>

#include "sim/eligibility/registry.h"
#include "sim/eligibility/service_rules.h"
#include "sim/eligibility/status_issuers.h"
#include "sim/pki/openssl/signature.h"
#include "sim/pki/verification.h"
#include "tests/unit/sim/pki/test_authority.h"

namespace uketsuke::sim {

/// What a service stands on: an authority, one holder of its certificate, and the rules as shipped.
struct ServiceBench {
  pki::TestAuthority& authority = pki::TestAuthority::instance();
  pki::TrustStore trust;
  StatusIssuers issuers;
  ServiceRules rules = load_service_rules("sim/eligibility/service_rules.yaml");
  Bytes certificate = authority.authentication_certificate();

  /// Well inside the certificate's days, 2025-10-27 to 2030-02-17.
  static DateTime noon() { return DateTime(*parse_date("2026-01-10")) + std::chrono::hours(12); }

  ServiceBench() {
    const Date issued = pki::TestAuthority::subject().not_before;
    trust.trust(authority.authentication.certificate(issued));
    issuers.add(authority.authentication, issued);
  }

  Bytes issuer_key() const { return pki::read_certificate(certificate)->issuer_key; }

  InsuredPerson holder(const char* name = "sato-hanako") const {
    auto persona = std::make_shared<scenario::Persona>();
    persona->id = name;
    persona->born = *parse_date("1980-02-17");
    scenario::Insurance insurance;
    insurance.insurer_number = "06999991";
    insurance.from = *parse_date("2015-04-01");
    persona->insurance = {insurance};
    persona->information = {record::Category::pharmacists_info};
    InsuredPerson person;
    person.persona = std::move(persona);
    person.certificate_serial = pki::TestAuthority::subject().serial;
    person.certificate_issuer = issuer_key();
    person.certificate_expires = pki::TestAuthority::subject().not_after;
    return person;
  }

  /// A certificate of the same authority that belongs to nobody whom the service knows.
  Bytes strangers_certificate() const {
    pki::AuthenticationSubject subject = pki::TestAuthority::subject();
    subject.serial = 0x11112222;
    return authority.authentication.issue_authentication_certificate(subject, authority.holder_key());
  }
};

}  // namespace uketsuke::sim
