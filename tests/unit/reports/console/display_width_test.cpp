#include "reports/console/display_width.h"

#include <gtest/gtest.h>

namespace uketsuke::reports {
namespace display_width_test {

// Widths are those of UAX #11 (East Asian Width), as returned by glibc's wcwidth(3).

TEST(DisplayWidth, LatinTakesOneColumn) { EXPECT_EQ(display_width("limit-02"), 8U); }
TEST(DisplayWidth, KanjiAndKanaTakeTwo) { EXPECT_EQ(display_width("限度額カード"), 12U); }
TEST(DisplayWidth, HalfWidthKatakanaTakesOne) { EXPECT_EQ(display_width("ｶｰﾄﾞ"), 4U); }
TEST(DisplayWidth, FullWidthLatinTakesTwo) { EXPECT_EQ(display_width("ＰＩＮ"), 6U); }
TEST(DisplayWidth, CombiningMarksTakeNone) { EXPECT_EQ(display_width("か\u3099"), 2U); }

TEST(Printable, ControlCharactersBecomeVisible) { EXPECT_EQ(printable("a\x1b[31m\x07"), "a\\x1b[31m\\x07"); }
TEST(Printable, C1ControlsBecomeVisible) {
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m"),
            "\\x9b31m");
}
TEST(Printable, LineBreaksBecomeBlanks) { EXPECT_EQ(printable("a\nb\tc\r"), "a b c "); }
TEST(Printable, DirectionOverrideIsTakenAway) { EXPECT_EQ(printable("a\u202Eb"), "a\uFFFDb"); }
TEST(Printable, BytesThatAreNotUtf8AreReplaced) {
  EXPECT_EQ(printable("a\xff\xC0\xAF"), "a\uFFFD\uFFFD\uFFFD");
}
TEST(Printable, SurrogatesAreNotUtf8) { EXPECT_EQ(printable("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD"); }
TEST(Printable, JapaneseStays) { EXPECT_EQ(printable("限度額"), "限度額"); }

TEST(Fit, ShortTextStays) { EXPECT_EQ(fit("abc", 3), "abc"); }
TEST(Fit, LongTextEndsWithAnEllipsis) { EXPECT_EQ(fit("abcdef", 4), "abc…"); }
TEST(Fit, WideCharacterThatDoesNotFitIsLeftOut) { EXPECT_EQ(fit("限度額", 4), "限…"); }
TEST(Fit, NoRoomIsNoText) { EXPECT_EQ(fit("abc", 0), ""); }

TEST(Pad, CountsColumnsNotBytes) { EXPECT_EQ(pad("限度", 6), "限度  "); }
TEST(Pad, CutWideTextIsFilledUp) { EXPECT_EQ(pad("限度額", 4), "限… "); }

}  // namespace display_width_test
}  // namespace uketsuke::reports
