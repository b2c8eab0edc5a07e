#include "reports/junit/xml_text.h"

#include <gtest/gtest.h>

namespace uketsuke::reports {
namespace xml_text_test {

// XML 1.0, section 2.2: Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]

TEST(XmlText, JapaneseAndMarkupStay) { EXPECT_EQ(xml_text("限度額 <a> & ]]>"), "限度額 <a> & ]]>"); }
TEST(XmlText, TabAndLineBreaksStay) { EXPECT_EQ(xml_text("a\tb\nc\r"), "a\tb\nc\r"); }
TEST(XmlText, ControlCharactersAreReplaced) { EXPECT_EQ(xml_text("a\x01\x1b"), "a\uFFFD\uFFFD"); }
TEST(XmlText, NulIsReplaced) { EXPECT_EQ(xml_text(std::string_view("a\0b", 3)), "a\uFFFDb"); }
TEST(XmlText, NonCharactersAreReplaced) { EXPECT_EQ(xml_text("\uFFFE\uFFFF"), "\uFFFD\uFFFD"); }
TEST(XmlText, LastCharacterOfUnicodeStays) { EXPECT_EQ(xml_text("\U0010FFFF"), "\U0010FFFF"); }
TEST(XmlText, BeyondUnicodeIsReplaced) { EXPECT_EQ(xml_text("\xF4\x90\x80\x80").substr(0, 3), "\uFFFD"); }
TEST(XmlText, OverlongFormIsReplaced) { EXPECT_EQ(xml_text("\xE0\x80\xAF"), "\uFFFD\uFFFD\uFFFD"); }
TEST(XmlText, CutOffCharacterIsReplaced) { EXPECT_EQ(xml_text("a\xE9\x99"), "a\uFFFD\uFFFD"); }

}  // namespace xml_text_test
}  // namespace uketsuke::reports
