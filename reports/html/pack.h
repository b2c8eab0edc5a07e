#pragma once

#include <string>
#include <string_view>

namespace uketsuke::reports {

/// gzip, then base64, for a script element that the page inflates. The same bytes give the same text.
/// @throws SystemError where zlib has no memory.
std::string gzip_base64(std::string_view bytes);

/// base64 (RFC 4648) of what is packed already. @throws SystemError where it is beyond 1 GiB
std::string base64(std::string_view bytes);

/// `sha256-…`, as a Content-Security-Policy names an inline script or style.
std::string csp_hash(std::string_view text);

/// JSON that can stand in a script element: no `<` is left, so neither `</script>` nor `<!--` can be in it.
std::string script_safe(const std::string& json);

}  // namespace uketsuke::reports
