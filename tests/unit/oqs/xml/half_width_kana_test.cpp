#include "oqs/xml/half_width_kana.h"

#include <gtest/gtest.h>

namespace uketsuke::oqs {
namespace half_width_kana_test {

TEST(HalfWidthKana, VoicingMarksStandApart) {
  EXPECT_EQ(half_width_kana("サトウ　ジュンコ"), "ｻﾄｳ ｼﾞｭﾝｺ");
  EXPECT_EQ(half_width_kana("パヴァーヺ・ヶ"), "ﾊﾟｳﾞｧｰｦﾞ･ｹ");
}

TEST(HalfWidthKana, HiraganaAndWideLettersToo) { EXPECT_EQ(half_width_kana("ぱぴＡ１"), "ﾊﾟﾋﾟA1"); }

TEST(HalfWidthKana, LeavesHalfWidthAndKanjiAlone) { EXPECT_EQ(half_width_kana("ｱ佐"), "ｱ佐"); }

TEST(HalfWidthKana, ConvertsEveryKatakana) {
  const std::string all =
      "ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパ"
      "ヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶー";
  EXPECT_EQ(half_width_kana(all),
            "ｧｱｨｲｩｳｪｴｫｵｶｶﾞｷｷﾞｸｸﾞｹｹﾞｺｺﾞｻｻﾞｼｼﾞｽｽﾞｾｾﾞｿｿﾞﾀﾀﾞﾁﾁﾞｯﾂﾂﾞﾃﾃﾞﾄﾄﾞﾅﾆﾇﾈﾉﾊﾊﾞﾊﾟ"
            "ﾋﾋﾞﾋﾟﾌﾌﾞﾌﾟﾍﾍﾞﾍﾟﾎﾎﾞﾎﾟﾏﾐﾑﾒﾓｬﾔｭﾕｮﾖﾗﾘﾙﾚﾛﾜﾜｲｴｦﾝｳﾞｶｹｰ");
}

TEST(Columns, WideCharactersTakeTwo) { EXPECT_EQ(columns("a氏ｱ名"), 6u); }

// Unicode: U+FF01 to U+FF5E are U+0021 to U+007E, full width; U+3000 is the full-width blank.
TEST(HalfWidthLetters, EveryFullWidthAsciiCharacterHasItsHalf) {
  for (unsigned ascii = 0x21; ascii <= 0x7E; ++ascii) {
    const unsigned wide = ascii + 0xFEE0;
    const std::string text{static_cast<char>(0xE0 | wide >> 12), static_cast<char>(0x80 | (wide >> 6 & 0x3F)),
                           static_cast<char>(0x80 | (wide & 0x3F))};
    EXPECT_EQ(half_width_letters(text), std::string(1, static_cast<char>(ascii)));
  }
  EXPECT_EQ(half_width_letters("　"), " ");
}

TEST(HalfWidthLetters, MinusAndHyphenAreOneCharacter) {
  EXPECT_EQ(half_width_letters("１－２"), "1-2");
  EXPECT_EQ(half_width_letters("１−２"), "1-2");  // U+2212
  EXPECT_EQ(half_width_letters("１‐２"), "1-2");  // U+2010
}

TEST(HalfWidthLetters, KanaAndKanjiStayFullWidth) { EXPECT_EQ(half_width_letters("記号サ１"), "記号サ1"); }

TEST(HalfWidthKana, TwiceIsOnce) {
  for (const char* text : {"サトウ　ジュンコ", "ぱぴＡ１", "髙﨑", "", "ｱﾞ"}) {
    const std::string half = half_width_kana(text);
    EXPECT_EQ(half_width_kana(half), half) << text;
    EXPECT_EQ(full_width_kana_in(half), "") << text;
  }
}

TEST(HalfWidthKana, ThePatternOfUtf8DoesNotMatter) {
  EXPECT_EQ(half_width_kana("é𠮷ア"), "é𠮷ｱ");  // two, four and three bytes
}

TEST(FullWidthKana, TheFirstOneIsFound) {
  EXPECT_EQ(full_width_kana_in("ｱ亜イウ"), "イ");
  EXPECT_EQ(full_width_kana_in("abcあイ"), "あ");
  EXPECT_EQ(full_width_kana_in("ｱｲｳ 123"), "");
}

// Unicode's blocks: hiragana letters U+3041 to U+3096, katakana U+30A1 to U+30FC as far as half width goes.
TEST(FullWidthKana, BeginsAndEndsWithTheBlocks) {
  EXPECT_EQ(full_width_kana_in("ぁ"), "ぁ");
  EXPECT_EQ(full_width_kana_in("ゖ"), "ゖ");
  EXPECT_EQ(full_width_kana_in("ァ"), "ァ");
  EXPECT_EQ(full_width_kana_in("ー"), "ー");
  EXPECT_EQ(full_width_kana_in("゛"), "");  // U+309B, a mark alone
  EXPECT_EQ(full_width_kana_in("゠"), "");  // U+30A0
  EXPECT_EQ(full_width_kana_in("ヽ"), "");  // U+30FD
}

TEST(Columns, PunctuationOfTheGeneralBlockTakesOne) {
  EXPECT_EQ(columns("…–"), 2U);
  EXPECT_EQ(columns(""), 0U);
  EXPECT_EQ(columns("𠮷"), 2U);
  EXPECT_EQ(columns("é"), 1U);
}

}  // namespace half_width_kana_test
}  // namespace uketsuke::oqs
