#pragma once

#include <string>
#include <string_view>

namespace uketsuke::reports {

/// The text with everything that XML 1.0 cannot carry (section 2.2, Char: most control characters, bytes that
/// are not UTF-8, U+FFFE, U+FFFF) written as U+FFFD. Markup is the XML library's to escape.
std::string xml_text(std::string_view text);

}  // namespace uketsuke::reports
