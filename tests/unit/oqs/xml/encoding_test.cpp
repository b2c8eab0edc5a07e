#include "oqs/xml/encoding.h"

#include <gtest/gtest.h>

namespace uketsuke::oqs {
namespace encoding_test {

std::string shift_jis(std::string_view text) { return encode(text, Encoding::shift_jis).bytes; }

TEST(Encode, JisX0208AndHalfWidthKanaHaveTheirShiftJisBytes) {
  EXPECT_EQ(shift_jis("aｱあ吉"), "a\xB1\x82\xA0\x8B\x67");  // JIS X 0208: 24 22, 35 48
}

TEST(Encode, OldFormsOutsideJisX0208BecomeBlackCircles) {
  const Encoded encoded = encode("髙﨑𠮷①", Encoding::shift_jis);
  EXPECT_EQ(encoded.bytes, "\x81\x9C\x81\x9C\x81\x9C\x81\x9C");
  EXPECT_EQ(encoded.replaced, 4u);
}

TEST(Encode, ABlackCircleThatWasThereIsNotCounted) {
  EXPECT_EQ(encode("●", Encoding::shift_jis).replaced, 0u);
}

TEST(Encode, Utf8HoldsOldForms) {
  const Encoded encoded = encode("髙﨑𠮷", Encoding::utf8);
  EXPECT_EQ(encoded.bytes, "髙﨑𠮷");
  EXPECT_EQ(encoded.replaced, 0u);
}

TEST(Encode, BothCodePointsOfAJisCharacterAreWritten) {
  EXPECT_EQ(shift_jis("〜～"), "\x81\x60\x81\x60");
  EXPECT_EQ(shift_jis("−－"), "\x81\x7C\x81\x7C");
  EXPECT_EQ(shift_jis("‖∥"), "\x81\x61\x81\x61");
  EXPECT_EQ(shift_jis("¢￠£￡¬￢"), "\x81\x91\x81\x91\x81\x92\x81\x92\x81\xCA\x81\xCA");
  EXPECT_EQ(shift_jis("―—"), "\x81\x5C\x81\x5C");
  EXPECT_EQ(encode("～－∥￠￡￢—", Encoding::shift_jis).replaced, 0u);
}

TEST(Encode, AYenSignIsNoBackslash) { EXPECT_EQ(shift_jis("¥\\"), "\x81\x8F\\"); }

TEST(Encode, WhatXmlForbidsBecomesABlackCircle) {
  const Encoded encoded = encode(std::string_view("a\0b\x01\xEF\xBF\xBF", 7), Encoding::utf8);
  EXPECT_EQ(encoded.bytes, "a●b●●");
  EXPECT_EQ(encoded.replaced, 3u);
}

TEST(Encode, BytesThatAreNoUtf8BecomeBlackCircles) {
  EXPECT_EQ(encode("a\xE5\x90", Encoding::utf8).bytes, "a●●");
  EXPECT_EQ(encode("\xED\xA0\x80z", Encoding::utf8).bytes.back(), 'z');  // half of a surrogate pair
}

TEST(Decode, AsciiBytesOfShiftJisStayAscii) {
  const Decoded decoded = decode("\\~<a>\x81\x60", Encoding::shift_jis);
  EXPECT_FALSE(decoded.bad);
  EXPECT_EQ(decoded.text, "\\~<a>〜");
}

TEST(Decode, WindowsAdditionsAreNoShiftJis) {
  const Decoded decoded = decode("ab\xFB\xFC", Encoding::shift_jis);
  ASSERT_TRUE(decoded.bad);
  EXPECT_EQ(decoded.bad->offset, 2u);
  EXPECT_TRUE(is_cp932("ab\xFB\xFC"));
  EXPECT_FALSE(is_cp932("ab\xFD"));
}

TEST(Decode, HalfACharacterIsBad) {
  EXPECT_TRUE(decode("a\x81", Encoding::shift_jis).bad);
  EXPECT_TRUE(decode("a\xE5\x90", Encoding::utf8).bad);
  EXPECT_TRUE(decode("\xC0\x80", Encoding::utf8).bad);      // overlong
  EXPECT_TRUE(decode("\xED\xA0\x80", Encoding::utf8).bad);  // surrogate
}

}  // namespace encoding_test
}  // namespace uketsuke::oqs
