#pragma once

#include <string>
#include <string_view>

namespace uketsuke::reports {

/// gzip, then base64, for a script element that the page inflates. Deterministic.
/// @throws SystemError if zlib has no memory.
std::string gzip_base64(std::string_view bytes);

/// base64 (RFC 4648) of data that is already compressed. @throws SystemError above 1 GiB
std::string base64(std::string_view bytes);

/// The hash of an inline script or style for a Content-Security-Policy: `sha256-…`.
std::string csp_hash(std::string_view text);

/// Escapes JSON for a script element: no `<` remains, so neither `</script>` nor `<!--` can occur.
std::string script_safe(const std::string& json);

}  // namespace uketsuke::reports
