#include "oqs/xml/xml_declaration.h"

#include <gmock/gmock.h>

#include "oqs/xml/xml_node.h"

namespace uketsuke::oqs {
namespace xml_declaration_test {

using ::testing::HasSubstr;

struct Refusal {
  XmlProblem problem{};
  std::string what;
};

Refusal refusal(const std::string& bytes) {
  try {
    decode_xml(bytes, "f.xml");
  } catch (const XmlError& error) {
    return {error.xml_problem(), error.what()};
  }
  ADD_FAILURE() << "was decoded: " << bytes;
  return {};
}

TEST(XmlDeclaration, WithoutOneAFileIsUtf8) {
  const XmlText text = decode_xml("<a>あ</a>", "f.xml");
  EXPECT_EQ(text.encoding, Encoding::utf8);
  EXPECT_EQ(text.text, "<a>あ</a>");
  EXPECT_EQ(text.begin, 0U);
}

// XML 1.0, productions 23 to 32 and 80: quotes of both kinds, white space around =, order of the parts.
TEST(XmlDeclaration, TakesEveryFormOfXml) {
  for (const std::string declaration :
       {"<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='UTF-8'?>",
        "<?xml version=\"1.1\" standalone=\"yes\"?>",
        "<?xml\tversion = \"1.0\"\n encoding =\"utf-8\"  standalone='no' ?>"}) {
    const XmlText text = decode_xml(declaration + "<a/>", "f.xml");
    EXPECT_EQ(text.begin, declaration.size()) << declaration;
    EXPECT_EQ(text.encoding, Encoding::utf8);
  }
}

TEST(XmlDeclaration, AnythingElseIsRefusedWithAnExample) {
  for (const std::string declaration :
       {"<?xml ?>", "<?xml encoding=\"UTF-8\"?>", "<?xml version=\"2.0\"?>", "<?xml version=1.0?>",
        "<?xml encoding=\"UTF-8\" version=\"1.0\"?>", "<?xml version=\"1.0'?>",
        "<?xml version=\"1.0\" standalone=\"maybe\"?>", "<?xml version=\"1.0\""}) {
    const Refusal refused = refusal(declaration + "<a/>");
    EXPECT_EQ(refused.problem, XmlProblem::not_well_formed) << declaration;
    EXPECT_EQ(refused.what,
              "f.xml:1:1: not an XML declaration; it reads <?xml version=\"1.0\" encoding=\"Shift_JIS\" "
              "standalone=\"no\"?>");
  }
}

TEST(XmlDeclaration, AnotherInstructionIsNone) {
  EXPECT_EQ(decode_xml("<?xml-stylesheet href='a'?><a/>", "f.xml").begin, 0U);
}

TEST(XmlDeclaration, EncodingNamesHaveNoCase) {
  EXPECT_EQ(decode_xml("<?xml version='1.0' encoding='SHIFT_JIS'?><a/>", "f").encoding, Encoding::shift_jis);
  EXPECT_EQ(decode_xml("<?xml version='1.0' encoding='Utf-8'?><a/>", "f").encoding, Encoding::utf8);
}

TEST(XmlDeclaration, AnotherEncodingIsRefusedByItsNameAsWritten) {
  const Refusal refused = refusal("<?xml version='1.0' encoding='EUC-JP'?><a/>");
  EXPECT_EQ(refused.problem, XmlProblem::unknown_encoding);
  EXPECT_EQ(
      refused.what,
      "f.xml:1:1: encoding \"EUC-JP\" is declared; these files are in Shift_JIS or in UTF-8, so write one of "
      "them");
}

// RFC 2781: UTF-16 begins with FE FF or FF FE.
TEST(XmlDeclaration, Utf16IsRefusedByItsMark) {
  for (const std::string& bytes : {std::string("\xFF\xFE<\0", 4), std::string("\xFE\xFF\0<", 4)}) {
    EXPECT_EQ(refusal(bytes).problem, XmlProblem::unknown_encoding);
    EXPECT_THAT(refusal(bytes).what, HasSubstr("UTF-16"));
  }
}

TEST(XmlDeclaration, TheMarkOfUtf8IsNoText) {
  EXPECT_EQ(decode_xml("\xEF\xBB\xBF<a/>", "f").text, "<a/>");
  const Refusal refused = refusal("\xEF\xBB\xBF<?xml version='1.0' encoding='Shift_JIS'?><a/>");
  EXPECT_EQ(refused.problem, XmlProblem::wrong_encoding);
  EXPECT_THAT(refused.what, HasSubstr("begins with the mark of UTF-8"));
}

TEST(XmlDeclaration, ShiftJisIsDecodedAndNotGuessed) {
  const XmlText text = decode_xml("<?xml version='1.0' encoding='Shift_JIS'?><a>\x8B\x67</a>", "f");
  EXPECT_EQ(text.encoding, Encoding::shift_jis);
  EXPECT_THAT(text.text, HasSubstr("<a>吉</a>"));  // JIS X 0208, 35-40
}

TEST(XmlDeclaration, Utf8DeclaredAsShiftJisIsRefused) {
  const Refusal refused = refusal("<?xml version='1.0' encoding='Shift_JIS'?><a>吉田</a>");
  EXPECT_EQ(refused.problem, XmlProblem::wrong_encoding);
  EXPECT_EQ(refused.what,
            "f.xml:1:1: Shift_JIS is declared, but the bytes are UTF-8; declare encoding=\"UTF-8\"");
}

TEST(XmlDeclaration, ShiftJisWithoutADeclarationSaysWhatToDeclare) {
  const Refusal refused = refusal("<a>\n b\x8B\x67</a>");
  EXPECT_EQ(refused.problem, XmlProblem::wrong_encoding);
  EXPECT_EQ(
      refused.what,
      "f.xml:2:3: byte 6 (8B 67) is not UTF-8, but all of the file is Shift_JIS; without a declaration it "
      "counts as UTF-8: declare encoding=\"Shift_JIS\"");
}

// FB FC is 髙 in Windows' code page 932, and no character of JIS X 0208.
TEST(XmlDeclaration, ACharacterOfWindowsIsNamedAsOne) {
  const Refusal refused = refusal("<?xml version='1.0' encoding='Shift_JIS'?><a>\xFB\xFC</a>");
  EXPECT_EQ(refused.problem, XmlProblem::bad_bytes);
  EXPECT_THAT(refused.what,
              HasSubstr("(FB FC) is not Shift_JIS; it is a character that Windows (CP932) added: write ● "
                        "(81 9C) instead"));
}

TEST(XmlDeclaration, DamagedBytesHaveTheirPlace) {
  const Refusal refused = refusal("<a>\n\n\xFF</a>");
  EXPECT_EQ(refused.problem, XmlProblem::bad_bytes);
  EXPECT_EQ(
      refused.what,
      "f.xml:3:1: byte 5 (FF 3C) is not UTF-8; the file is damaged, or in another encoding than it says");
}

TEST(LineCounter, CountsCharactersAndNotBytes) {
  const std::string text = "a\nあい𠮷x";
  LineCounter counter(text);
  EXPECT_EQ(counter.line(), 1);
  EXPECT_EQ(counter.column(), 1);
  counter.move_to(1);
  EXPECT_EQ(counter.column(), 2);
  counter.move_to(2);
  EXPECT_EQ(counter.line(), 2);
  EXPECT_EQ(counter.column(), 1);
  counter.move_to(text.size() - 1);
  EXPECT_EQ(counter.column(), 4);
}

TEST(LineCounter, StopsAtTheEndOfTheText) {
  LineCounter counter("ab");
  counter.move_to(100);
  EXPECT_EQ(counter.line(), 1);
  EXPECT_EQ(counter.column(), 3);
}

}  // namespace xml_declaration_test
}  // namespace uketsuke::oqs
