#pragma once

#include "base/enum_names.h"

namespace uketsuke::scenario {

/// By what the eligibility service learns that a certificate was suspended or revoked.
UKETSUKE_ENUM(RevocationSource,
              crl,   ///< a list of the authority, RFC 5280 §5
              ocsp,  ///< an answer to a question about one certificate, RFC 6960
)

/// What is wrong with the list or answer that the service gets.
UKETSUKE_ENUM(StatementFault,
              none,     ///< nothing is wrong
              stale,    ///< of the day before yesterday
              forged,   ///< its signature is not the authority's
              missing,  ///< none is to be had
)

}  // namespace uketsuke::scenario
