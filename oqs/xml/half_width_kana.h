#pragma once

#include <string>
#include <string_view>

namespace uketsuke::oqs {

/// Converts a reading to the form of NameKana: half-width katakana, voicing marks as separate characters,
/// half-width letters and blanks. Characters without a half-width form are unchanged.
std::string half_width_kana(std::string_view utf8);

/// Converts letters, digits, blanks and hyphens to half width, so that １２３ and 123 are one symbol.
std::string half_width_letters(std::string_view utf8);

/// The first full-width katakana or hiragana; empty if there is none.
std::string_view full_width_kana_in(std::string_view utf8);

/// Width of a text in terminal columns: two per full-width character.
std::size_t columns(std::string_view utf8);

}  // namespace uketsuke::oqs
