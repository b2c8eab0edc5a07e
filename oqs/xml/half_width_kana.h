#pragma once

#include <string>
#include <string_view>

namespace uketsuke::oqs {

/// A reading as NameKana holds it: half-width katakana, voicing marks as characters of their own, half-width
/// letters and blanks. What has no half-width form stays as it is.
std::string half_width_kana(std::string_view utf8);

/// Letters, digits, blanks and hyphens in half width, so that １２３ and 123 are one symbol.
std::string half_width_letters(std::string_view utf8);

/// The first character that is katakana or hiragana in full width; empty where there is none.
std::string_view full_width_kana_in(std::string_view utf8);

/// Columns of a text in a terminal: two for a full-width character.
std::size_t columns(std::string_view utf8);

}  // namespace uketsuke::oqs
