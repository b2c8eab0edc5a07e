#include "sim/eligibility/certificate_desk.h"

#include "sim/pki/revocation/ocsp_question.h"

namespace uketsuke::sim {

using pki::StatementProblem;
using record::CertificateStatus;

namespace {

/// Differs between questions, and is repeatable between runs.
Bytes nonce(std::uint32_t serial, std::uint32_t question, DateTime now) {
  Bytes bytes;
  for (std::uint64_t number :
       {std::uint64_t{serial} << 32 | question, static_cast<std::uint64_t>(now.time_since_epoch().count())}) {
    for (int i = 0; i < 8; ++i, number >>= 8) bytes.push_back(static_cast<std::uint8_t>(number));
  }
  return bytes;
}

}  // namespace

CertificateDesk::CertificateDesk(const ServiceRules& rules, const pki::TrustStore& trust, Registry& registry,
                                 RevocationDesk& authority)
    : rules_(rules), trust_(trust), registry_(registry), authority_(authority) {}

CheckedCertificate CertificateDesk::check(const reader::CertificateQuery& query, DateTime now,
                                          DateTime true_time) {
  const CheckedCertificate untrusted{CertificateStatus::untrusted, nullptr, false};
  const auto chain = trust_.verify(query.certificate, now);
  const auto& facts = trust_.facts(query.certificate);
  const bool genuine = chain == pki::CertificateVerdict::valid || chain == pki::CertificateVerdict::expired;
  if (!genuine || !facts) return untrusted;
  if (!query.signature.empty() &&
      !trust_.verify_signature(query.certificate, query.challenge, query.signature)) {
    return untrusted;
  }
  InsuredPerson* holder = registry_.by_certificate(facts->serial, facts->issuer_key);
  const bool by_phone = holder == nullptr;
  if (by_phone) holder = registry_.by_phone(facts->serial, facts->issuer_key);
  if (holder == nullptr) return untrusted;
  const Date today = std::chrono::floor<date::days>(now);
  const CertificateStatus in_date =
      by_phone ? by_date(holder->phone->certificate_expires, rules_.phone_grace_months, today)
               : by_date(holder->certificate_expires, rules_.grace_months, today);
  const pki::Standing said = standing(query.certificate, *facts, now, true_time);
  // A CA need not list expired certificates (RFC 5280 §3.3): those are refused without its statement.
  if (said.problem != StatementProblem::none && in_date == CertificateStatus::expired)
    return {in_date, holder, by_phone};
  if (said.problem != StatementProblem::none) {
    if (rules_.unusable_statement == UnusableStatement::untrusted) return untrusted;
    return {std::nullopt, nullptr, false};
  }
  if (said.revoked == pki::RevocationReason::certificate_hold)
    return {CertificateStatus::suspended, holder, by_phone};
  if (said.revoked) return {CertificateStatus::revoked, holder, by_phone};
  return {in_date, holder, by_phone};
}

pki::Standing CertificateDesk::standing(const Bytes& certificate, const pki::CertificateFacts& facts,
                                        DateTime now, DateTime true_time) {
  const Bytes& key = facts.issuer_key;
  const StatusIssuer* issuer = authority_.issuers().find(key);
  if (issuer == nullptr) return {StatementProblem::missing, std::nullopt};
  if (rules_.revocation == scenario::RevocationSource::ocsp) {
    const pki::OcspQuestion question(certificate, issuer->issuer.certificate,
                                     nonce(facts.serial, ++questions_, now));
    const Bytes answer = authority_.answer(*issuer, key, question.request(), true_time);
    if (answer.empty()) return {StatementProblem::missing, std::nullopt};
    return question.read(answer, now, rules_.clock_leeway);
  }
  if (const pki::VerifiedList* ready = authority_.ready_list(*issuer, key, true_time))
    return ready->standing(facts.serial, now, rules_.clock_leeway);
  const Bytes list = authority_.list(*issuer, key, true_time);
  if (list.empty()) return {StatementProblem::missing, std::nullopt};
  return pki::VerifiedList::verify(list, issuer->issuer.certificate)
      .standing(facts.serial, now, rules_.clock_leeway);
}

CertificateStatus CertificateDesk::by_date(Date expires, int grace_months, Date day) const {
  if (day > add_months(expires, grace_months)) return CertificateStatus::expired;
  if (day > expires) return CertificateStatus::in_grace;
  if (day >= add_months(expires, -rules_.expires_soon_months)) return CertificateStatus::expires_soon;
  return CertificateStatus::valid;
}

}  // namespace uketsuke::sim
