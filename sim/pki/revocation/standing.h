#pragma once

#include <optional>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "sim/pki/revocation/revocation.h"

namespace uketsuke::pki {

/// Why a relying party can learn nothing from a revocation list or an OCSP answer.
UKETSUKE_ENUM(StatementProblem,
              none,            ///< it can be relied on
              missing,         ///< there is no statement
              malformed,       ///< not a list, not an answer, or an answer with the status tryLater
              unsupported,     ///< contains an unknown critical extension (RFC 5280 §5.2)
              wrong_issuer,    ///< by another authority, or by another generation of it
              bad_signature,   ///< not signed by that authority's key
              other_question,  ///< answers another request: wrong nonce, or another certificate
              not_yet_valid,   ///< before thisUpdate
              stale,           ///< after nextUpdate, or nextUpdate is missing
              unknown,         ///< the authority does not know the certificate
)

/// An authority's statement about one certificate, and whether it can be trusted.
struct Standing {
  StatementProblem problem = StatementProblem::none;
  std::optional<RevocationReason> revoked;  ///< none: in good standing; meaningless if there is a problem
};

/// `none`, `not_yet_valid` or `stale`. The authority's clock may be fast by `leeway`.
inline StatementProblem problem_of_time(const Validity& validity, DateTime at, std::chrono::seconds leeway) {
  if (at + leeway < validity.from) return StatementProblem::not_yet_valid;
  return at > validity.until ? StatementProblem::stale : StatementProblem::none;
}

}  // namespace uketsuke::pki
