#include "oqs/xml/half_width_kana.h"

#include <array>
#include <cstdint>

#include "oqs/xml/encoding.h"

namespace uketsuke::oqs {

namespace {

// U+30A1 to U+30FC in code point order, each with its half-width form; a blank if there is none.
constexpr std::array<std::string_view, 92> kHalf = {
    "ｧ",  "ｱ",  "ｨ",  "ｲ",  "ｩ",  "ｳ",  "ｪ",  "ｴ",  "ｫ",  "ｵ",  "ｶ", "ｶﾞ", "ｷ",  "ｷﾞ", "ｸ", "ｸﾞ",
    "ｹ",  "ｹﾞ", "ｺ",  "ｺﾞ", "ｻ",  "ｻﾞ", "ｼ",  "ｼﾞ", "ｽ",  "ｽﾞ", "ｾ", "ｾﾞ", "ｿ",  "ｿﾞ", "ﾀ", "ﾀﾞ",
    "ﾁ",  "ﾁﾞ", "ｯ",  "ﾂ",  "ﾂﾞ", "ﾃ",  "ﾃﾞ", "ﾄ",  "ﾄﾞ", "ﾅ",  "ﾆ", "ﾇ",  "ﾈ",  "ﾉ",  "ﾊ", "ﾊﾞ",
    "ﾊﾟ", "ﾋ",  "ﾋﾞ", "ﾋﾟ", "ﾌ",  "ﾌﾞ", "ﾌﾟ", "ﾍ",  "ﾍﾞ", "ﾍﾟ", "ﾎ", "ﾎﾞ", "ﾎﾟ", "ﾏ",  "ﾐ", "ﾑ",
    "ﾒ",  "ﾓ",  "ｬ",  "ﾔ",  "ｭ",  "ﾕ",  "ｮ",  "ﾖ",  "ﾗ",  "ﾘ",  "ﾙ", "ﾚ",  "ﾛ",  "ﾜ",  "ﾜ", "ｲ",
    "ｴ",  "ｦ",  "ﾝ",  "ｳﾞ", "ｶ",  "ｹ",  "ﾜﾞ", "ｲﾞ", "ｴﾞ", "ｦﾞ", "･", "ｰ"};

/// The code point of one well-formed UTF-8 character.
std::uint32_t code_point(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(character[i]) & 0xFFU; };
  if (character.size() == 2) return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
  if (character.size() == 3) return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  if (character.size() == 4) {
    return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  }
  return byte(0);
}

template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = text.substr(at, length_of_character(text, at));
    visit(character, code_point(character));
    at += character.size();
  }
}

bool is_katakana(std::uint32_t code) { return code >= 0x30A1 && code <= 0x30FC; }
bool is_hiragana(std::uint32_t code) { return code >= 0x3041 && code <= 0x3096; }

std::string letter(std::string_view character, std::uint32_t code) {
  if (code >= 0xFF01 && code <= 0xFF5E) return std::string(1, static_cast<char>(code - 0xFEE0));
  if (code == 0x3000) return " ";
  if (code == 0x2212 || code == 0x2010) return "-";  // what － becomes in files with other mappings
  return std::string(character);
}

}  // namespace

std::string half_width_kana(std::string_view utf8) {
  std::string half;
  for_each_character(utf8, [&](std::string_view character, std::uint32_t code) {
    if (is_hiragana(code)) code += 0x60;
    half += is_katakana(code) ? std::string(kHalf[code - 0x30A1]) : letter(character, code);
  });
  return half;
}

std::string half_width_letters(std::string_view utf8) {
  std::string half;
  for_each_character(
      utf8, [&](std::string_view character, std::uint32_t code) { half += letter(character, code); });
  return half;
}

std::string_view full_width_kana_in(std::string_view utf8) {
  std::string_view found;
  for_each_character(utf8, [&](std::string_view character, std::uint32_t code) {
    if (found.empty() && (is_katakana(code) || is_hiragana(code))) found = character;
  });
  return found;
}

std::size_t columns(std::string_view utf8) {
  std::size_t count = 0;
  for_each_character(utf8, [&](std::string_view, std::uint32_t code) {
    const bool narrow =
        code < 0x1100 || (code >= 0xFF61 && code <= 0xFFDC) || (code >= 0x2000 && code < 0x2E80);
    count += narrow ? 1 : 2;
  });
  return count;
}

}  // namespace uketsuke::oqs
