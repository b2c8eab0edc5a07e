#pragma once

#include "base/enum_names.h"

namespace uketsuke::scenario {

/// By what the eligibility service learns that a certificate was suspended or revoked.
enum class RevocationSource {
  crl,   ///< a list of the authority, RFC 5280 §5
  ocsp,  ///< an answer to a question about one certificate, RFC 6960
};

constexpr auto enum_names(RevocationSource) {
  return EnumNames<RevocationSource, 2>{{{RevocationSource::crl, "crl"}, {RevocationSource::ocsp, "ocsp"}}};
}

/// What is wrong with the list or answer that the service gets.
enum class StatementFault {
  none,
  stale,    ///< of the day before yesterday
  forged,   ///< its signature is not the authority's
  missing,  ///< none is to be had
};

constexpr auto enum_names(StatementFault) {
  return EnumNames<StatementFault, 4>{{{StatementFault::none, "none"},
                                       {StatementFault::stale, "stale"},
                                       {StatementFault::forged, "forged"},
                                       {StatementFault::missing, "missing"}}};
}

}  // namespace uketsuke::scenario
