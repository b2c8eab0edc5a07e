#include "sim/eligibility/status_issuers.h"

#include <algorithm>

#include "sim/pki/verification.h"

namespace uketsuke::sim {

void StatusIssuers::add(pki::Authority& authority, Date issued) {
  const Bytes& certificate = authority.certificate(issued);
  const auto facts = pki::read_certificate(certificate);
  if (!facts || by_key_.count(facts->subject_key) != 0) return;
  pki::Issuer issuer{certificate, authority.key(issued)};
  const Bytes list = pki::revocation_list(issuer, {}, {facts->not_before, facts->not_after});
  by_key_.emplace(facts->subject_key,
                  StatusIssuer{std::move(issuer), pki::VerifiedList::verify(list, certificate)});
}

void StatusIssuers::foresee(const Bytes& issuer_key, const pki::Revocation& revocation,
                            const pki::Validity& validity) {
  const StatusIssuer* by = find(issuer_key);
  if (by == nullptr || foreseen(issuer_key, revocation.serial, revocation.reason, validity.from) != nullptr)
    return;
  const Bytes list = pki::revocation_list(by->issuer, {revocation}, validity, 2);
  foreseen_.emplace(std::make_tuple(issuer_key, revocation.serial, revocation.reason),
                    pki::VerifiedList::verify(list, by->issuer.certificate));
}

const pki::VerifiedList* StatusIssuers::foreseen(const Bytes& issuer_key, std::uint32_t serial,
                                                 pki::RevocationReason reason, DateTime at) const {
  const auto [first, last] = foreseen_.equal_range(std::make_tuple(issuer_key, serial, reason));
  const auto found = std::find_if(first, last, [&](const auto& entry) {
    return pki::problem_of_time(entry.second.validity(), at, {}) == pki::StatementProblem::none;
  });
  return found == last ? nullptr : &found->second;
}

const StatusIssuer* StatusIssuers::find(const Bytes& issuer_key) const {
  const auto found = by_key_.find(issuer_key);
  return found == by_key_.end() ? nullptr : &found->second;
}

}  // namespace uketsuke::sim
