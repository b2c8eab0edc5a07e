#pragma once

#include "base/enum_names.h"

namespace uketsuke::scenario {

/// How the eligibility service learns that a certificate was suspended or revoked.
UKETSUKE_ENUM(RevocationSource,
              crl,   ///< CRL of the authority, RFC 5280 §5
              ocsp,  ///< answer to a query about one certificate, RFC 6960
)

/// A fault of the list or answer that the service gets.
UKETSUKE_ENUM(StatementFault,
              none,     ///< no fault
              stale,    ///< dated two days before
              forged,   ///< not signed by the authority
              missing,  ///< not available
)

}  // namespace uketsuke::scenario
