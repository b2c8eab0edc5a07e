#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

#include "oqs/xml/xml_parser.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::oqs {
namespace xml_file_test {

namespace fs = std::filesystem;

class XmlFileTest : public ::testing::Test {
 protected:
  TemporaryFolder temporary;
  const fs::path file = temporary.path() / "f.xml";

  void write(const std::string& bytes) const { std::ofstream(file, std::ios::binary) << bytes; }

  static std::string refusal(const fs::path& path, XmlProblem expected) {
    try {
      load_xml(path);
    } catch (const XmlError& error) {
      EXPECT_EQ(error.xml_problem(), expected);
      return error.what();
    }
    ADD_FAILURE() << "was read: " << path;
    return "";
  }
};

TEST_F(XmlFileTest, HasEveryByteOfTheFile) {
  std::string bytes(200'000, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7);
  write(bytes);
  EXPECT_EQ(read_bytes(file), bytes);
}

TEST_F(XmlFileTest, AnEmptyFileHasNone) {
  write("");
  EXPECT_EQ(read_bytes(file), "");
}

TEST_F(XmlFileTest, IsNamedByItsPath) {
  write("<a>\n<b/></a>");
  const XmlFile xml = load_xml(file);
  EXPECT_EQ(xml.name, file.string());
  EXPECT_EQ(to_string(xml.place_of(xml.root.children.at(0))), file.string() + ":2:1");
}

TEST_F(XmlFileTest, OneThatIsNotThereSaysSo) {
  EXPECT_EQ(refusal(file, XmlProblem::unreadable),
            file.string() + ": cannot be read: No such file or directory");
}

TEST_F(XmlFileTest, AFolderIsNoFile) {
  EXPECT_EQ(refusal(temporary.path(), XmlProblem::unreadable),
            temporary.path().string() + ": not a file; name one OQS file");
}

TEST_F(XmlFileTest, APipeThatNobodyWritesToIsRefusedAtOnce) {
  ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
  EXPECT_EQ(refusal(file, XmlProblem::unreadable), file.string() + ": not a file; name one OQS file");
}

TEST_F(XmlFileTest, OneOfMoreThanAMebibyteIsTooLarge) {
  write("<a>" + std::string(1 << 20, 'x') + "</a>");
  EXPECT_EQ(refusal(file, XmlProblem::too_large),
            file.string() + ": more than 1048576 bytes; a single result has a few thousand");
}

// The general problem behind each, by which a program decides on its exit code.
TEST(XmlErrorTest, IsAnInputErrorOfTheProblemsKind) {
  const auto general = [](XmlProblem problem) { return XmlError(problem, {"f", 1, 2}, "x").problem(); };
  EXPECT_EQ(general(XmlProblem::unreadable), InputProblem::unreadable);
  EXPECT_EQ(general(XmlProblem::too_large), InputProblem::too_large);
  EXPECT_EQ(general(XmlProblem::too_deep), InputProblem::too_large);
  EXPECT_EQ(general(XmlProblem::unknown_encoding), InputProblem::not_text);
  EXPECT_EQ(general(XmlProblem::wrong_encoding), InputProblem::not_text);
  EXPECT_EQ(general(XmlProblem::bad_bytes), InputProblem::not_text);
  EXPECT_EQ(general(XmlProblem::doctype), InputProblem::syntax);
  EXPECT_EQ(general(XmlProblem::entity), InputProblem::syntax);
  EXPECT_EQ(general(XmlProblem::not_well_formed), InputProblem::syntax);
  EXPECT_STREQ(XmlError(XmlProblem::entity, {"f", 1, 2}, "x").what(), "f:1:2: x");
}

}  // namespace xml_file_test
}  // namespace uketsuke::oqs
