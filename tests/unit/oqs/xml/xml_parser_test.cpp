#include "oqs/xml/xml_parser.h"

#include <gmock/gmock.h>

#include <chrono>

#include "tests/unit/oqs/samples.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::oqs {
namespace xml_parser_test {

using testing::HasSubstr;

/// `problem message` for a refused file; empty for one that is read.
std::string refusal(const std::string& bytes) {
  try {
    parse_xml(bytes, "f.xml");
    return "";
  } catch (const XmlError& error) {
    return std::string(to_name(error.xml_problem())) + " " + error.what();
  }
}

const std::string kUtf8 = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n";
const std::string kShiftJis = "<?xml version=\"1.0\" encoding=\"Shift_JIS\" standalone=\"no\"?>\n";

TEST(ParseXml, KeepsTextsWithTheirBlanksAndPlaces) {
  const XmlFile file = parse_xml(kUtf8 + "<あ>\n <b>  12</b><c/></あ>", "f.xml");
  EXPECT_EQ(file.root.name, "あ");
  ASSERT_EQ(file.root.children.size(), 2u);
  EXPECT_EQ(file.root.children[0].text, "  12");
  EXPECT_EQ(to_string(file.place_of(file.root.children[0])), "f.xml:3:2");
  EXPECT_EQ(to_string(file.place_of(file.root.children[1])), "f.xml:3:13");
}

TEST(ParseXml, ReadsReferencesCdataAndComments) {
  const XmlFile file =
      parse_xml("<a>&lt;&#x5409;&#38;<![CDATA[<&>]]><!-- x --><?p q?>z\r\n</a>\n<!--e-->", "f");
  EXPECT_EQ(file.root.text, "<吉&<&>z\n");
}

TEST(ParseXml, ReadsBothEncodingsAndTheMark) {
  EXPECT_EQ(parse_xml(kShiftJis + "<a>\x8B\x67\xB1</a>", "f").root.text, "吉ｱ");
  EXPECT_EQ(parse_xml("\xEF\xBB\xBF" + kUtf8 + "<a>吉</a>", "f").root.text, "吉");
  EXPECT_EQ(parse_xml("<a>吉</a>", "f").encoding, Encoding::utf8);
  EXPECT_EQ(parse_xml("<?xml version='1.0' encoding='shift_jis'?><a/>", "f").encoding, Encoding::shift_jis);
}

TEST(ParseXml, NamesTheOtherEncoding) {
  EXPECT_THAT(
      refusal(kUtf8 + "<a>\x8B\x67</a>"),
      HasSubstr("wrong_encoding f.xml:2:4: byte 58 (8B 67) is not UTF-8, but all of the file is Shift_JIS"));
  EXPECT_THAT(refusal("<a>\x8B\x67</a>"), HasSubstr("without a declaration it counts as UTF-8"));
  EXPECT_THAT(refusal(kShiftJis + "<a>吉</a>"),
              HasSubstr("wrong_encoding f.xml:1:1: Shift_JIS is declared, but the bytes are UTF-8"));
  EXPECT_THAT(refusal("\xEF\xBB\xBF" + kShiftJis + "<a/>"), HasSubstr("the mark of UTF-8"));
}

TEST(ParseXml, HalfWidthKanaThatLookLikeUtf8AreShiftJis) {
  EXPECT_EQ(parse_xml(kShiftJis + "<a>\xC3\xB1</a>", "f").root.text, "ﾃｱ");
}

TEST(ParseXml, WindowsCharactersAreNamedAsSuch) {
  EXPECT_THAT(refusal(kShiftJis + "<a>\xFB\xFC</a>"),
              HasSubstr("bad_bytes f.xml:2:4: byte 62 (FB FC) is not Shift_JIS; it is a character that "
                        "Windows (CP932) added"));
}

TEST(ParseXml, OtherEncodingsAreRefused) {
  EXPECT_THAT(refusal("<?xml version=\"1.0\" encoding=\"EUC-JP\"?><a/>"),
              HasSubstr("unknown_encoding f.xml:1:1"));
  EXPECT_THAT(refusal(std::string("\xFF\xFE<\0a\0", 6)), HasSubstr("UTF-16"));
  EXPECT_THAT(refusal("<?xml encoding=\"UTF-8\"?><a/>"), HasSubstr("not an XML declaration"));
}

TEST(ParseXml, ABillionLaughsAreRefusedBeforeTheyAreTold) {
  std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol \"lol\">";
  for (int i = 1; i < 10; ++i) {
    bomb += "<!ENTITY lol" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) bomb += "&lol" + (i == 1 ? "" : std::to_string(i - 1)) + ";";
    bomb += "\">";
  }
  EXPECT_THAT(refusal(bomb + "]><lolz>&lol9;</lolz>"), HasSubstr("doctype f.xml:2:1: a document type"));
}

TEST(ParseXml, ExternalEntitiesAreRefused) {
  const std::string text = refusal("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
  EXPECT_THAT(text, HasSubstr("doctype"));
  EXPECT_THAT(text, testing::Not(HasSubstr("root:")));
  EXPECT_THAT(refusal("<a>&x;</a>"), HasSubstr("entity f.xml:1:4: entity &x;"));
  EXPECT_THAT(refusal("<a b=\"&x;\"/>"), HasSubstr("entity f.xml:1:7"));
}

TEST(ParseXml, TenMegabytesAreRefusedAtOnce) {
  EXPECT_THAT(refusal("<a>" + std::string(10 << 20, 'x') + "</a>"), HasSubstr("too_large"));
}

TEST(ParseXml, TenThousandElementsDeepAreRefused) {
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "<a>";
  EXPECT_THAT(refusal(deep), HasSubstr("too_deep f.xml:1:49"));
}

TEST(ParseXml, ANameOfAThousandLettersIsRefused) {
  EXPECT_THAT(refusal("<" + std::string(1000, 'a') + "/>"), HasSubstr("too_large f.xml:1:2"));
}

TEST(ParseXml, AMegabyteOfElementsIsReadInTime) {
  std::string wide = "<a>";
  while (wide.size() < kMostBytes - 16) wide += "<b/>\n";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(refusal(wide + "</a>"), "");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

class NotWellFormed : public testing::TestWithParam<const char*> {};

TEST_P(NotWellFormed, IsRefused) { EXPECT_THAT(refusal(GetParam()), HasSubstr("not_well_formed f.xml:")); }

// A lenient parser accepts several of these.
INSTANTIATE_TEST_SUITE_P(Xml, NotWellFormed,
                         testing::Values("", " ", "text", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>text",
                                         "<a b=\"1\" b=\"2\"/>", "<a b=1/>", "<a b=\"<\"/>", "<a b/>",
                                         "<a b=\"1\"c=\"2\"/>", "<a>&</a>", "<a>& b;</a>", "<a>&#0;</a>",
                                         "<a>&#xD800;</a>", "<a>&#99999999999;</a>", "<a>]]></a>",
                                         "<a>\x01</a>", "<a>\xEF\xBF\xBF</a>", "< a/>", "<1/>", "<a",
                                         "<a><![CDATA[x</a>", "<a><!-- -- --></a>", "<a><!-- x </a>",
                                         "<a><?xml version=\"1.0\"?></a>", " <?xml version=\"1.0\"?><a/>",
                                         "<a><!X></a>", "<?xml version=\"1.0\"", "<a></a >x", "<a></ a>"));

TEST(ParseXml, AFileThatWasCutOffSaysWhatIsOpen) {
  EXPECT_THAT(refusal("<XmlMsg>\n<MessageHeader>\n"),
              HasSubstr("f.xml:3:1: the file ends here, and <MessageHeader> of line 2 is still open"));
}

TEST(ParseXml, AFileThatIsCutOffAnywhereIsNeverAccepted) {
  for (const char* name :
       {"face.utf-8.xml", "face.shift_jis.xml", "request.shift_jis.xml", "unordered.utf-8-bom.xml"}) {
    const std::string whole = golden(name);
    const std::size_t end = whole.rfind('>');
    for (std::size_t length = 0; length <= end; ++length) {
      ASSERT_NE(refusal(whole.substr(0, length)), "") << name << " cut after " << length << " bytes";
    }
    EXPECT_EQ(refusal(whole.substr(0, end + 1)), "");
  }
}

TEST(LoadXml, WhatIsNoFileIsUnreadable) {
  const TemporaryFolder folder;
  for (const char* path : {"", "missing.xml"}) {
    try {
      load_xml(folder.path() / path);
      ADD_FAILURE() << path;
    } catch (const XmlError& error) {
      EXPECT_EQ(error.xml_problem(), XmlProblem::unreadable);
    }
  }
}

}  // namespace xml_parser_test
}  // namespace uketsuke::oqs
