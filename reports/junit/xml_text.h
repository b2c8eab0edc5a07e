#pragma once

#include <string>
#include <string_view>

namespace uketsuke::reports {

/// Replaces everything that XML 1.0 cannot represent (section 2.2, Char: most control characters, bytes that
/// are not UTF-8, U+FFFE, U+FFFF) by U+FFFD. The XML library escapes markup.
std::string xml_text(std::string_view text);

}  // namespace uketsuke::reports
