#include "reports/html/html.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "tests/unit/reports/html/unpack.h"
#include "tests/unit/reports/support.h"

namespace uketsuke::reports {
namespace html_test {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

class Html : public InFolder {
 protected:
  std::string written(const std::vector<CaseResult>& cases,
                      const std::vector<RequirementInfo>& catalogue = {}) const {
    write_html(folder / "report.html", run(), catalogue, results(cases), folder, folder / "pictures");
    return text_of("report.html");
  }

  /// A case that passed and kept these pictures.
  CaseResult keeping(const std::string& id, const std::vector<std::string>& files) const {
    CaseResult result = passed(id);
    result.record_path = id + ".jsonl";
    record::Record record({id, "device", {}, 1});
    for (const std::string& file : files)
      record.add(std::chrono::seconds(1), record::Source::harness, record::PictureKept{7, file});
    write(result.record_path, to_json_lines(record));
    return result;
  }

  /// The contents of the script elements with this start tag.
  static std::vector<std::string> scripts(const std::string& html, const std::string& tag) {
    std::vector<std::string> found;
    for (std::size_t at = html.find(tag); at != std::string::npos; at = html.find(tag, at + 1)) {
      const std::size_t begin = at + tag.size();
      found.push_back(html.substr(begin, html.find("</script>", begin) - begin));
    }
    return found;
  }
  static Json summary(const std::string& html) {
    return Json::parse(scripts(html, "<script type=\"application/json\" id=\"summary\">").at(0));
  }
  static std::vector<std::string> packed(const std::string& html, const std::string& name) {
    return scripts(html, "<script type=\"application/octet-stream\" class=\"" + name + "\">");
  }
};

TEST_F(Html, SummaryCarriesRunCountsAndCoverage) {
  CaseResult bad = failed("bad");
  bad.exercised = {"LIMIT-02"};
  const Json json = summary(written({passed("good"), bad}, {{"LIMIT-02", {"限度額", "limit"}, {}, "reform"},
                                                            {"FLOW-01", {"流れ", "flow"}, {}, ""}}));
  EXPECT_EQ(json["run"]["device"], "camera-slot");
  EXPECT_EQ(json["result"], "fail");
  EXPECT_EQ(json["counts"]["pass"], 1);
  EXPECT_EQ(json["coverage"][0]["failed"], 1);
  EXPECT_EQ(json["coverage"][1]["passed"], 0);
}

TEST_F(Html, CasesGoIntoChunksOfFifty) {
  std::vector<CaseResult> cases;
  for (int i = 0; i < 101; ++i) cases.push_back(passed(std::to_string(i)));
  const auto chunks = packed(written(cases), "chunk");
  ASSERT_EQ(chunks.size(), 3U);
  EXPECT_EQ(Json::parse(unpacked(chunks[2]))["cases"][0]["case"], "100");
}

TEST_F(Html, RowsOfTheListStandInOrder) {
  const auto rows = packed(written({passed("b"), passed("a")}), "rows");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(Json::parse(unpacked(rows[0]))[0][0], "b");
  EXPECT_EQ(Json::parse(unpacked(rows[0]))[1][0], "a");
}

TEST_F(Html, NastyTextIsNowhereMarkup) {
  CaseResult nasty = failed("a" + kNasty, kNasty);
  nasty.suite_file = kNasty;
  EXPECT_THAT(written({nasty}, {{kNasty, {kNasty, kNasty}, {}, kNasty}}), Not(HasSubstr("</script><b>")));
}

TEST_F(Html, PolicyForbidsEveryRequest) {
  EXPECT_THAT(written({}),
              HasSubstr("Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"));
}

TEST_F(Html, PolicyAllowsPicturesOutOfTheFileOnly) {
  EXPECT_THAT(written({}), HasSubstr("; img-src data:;"));
}

TEST_F(Html, PictureStandsInTheFileOnceAndIsCounted) {
  std::filesystem::create_directory(folder / "pictures");
  write("pictures/one.jpg", "\xFF\xD8\xFF 1");
  const std::string html = written({keeping("a", {"one.jpg"}), keeping("b", {"one.jpg", "none.jpg"})});
  const auto pictures = scripts(html, "<script type=\"image/jpeg\" class=\"picture\">");
  ASSERT_EQ(pictures.size(), 1U);
  EXPECT_EQ(from_base64(pictures[0]), "\xFF\xD8\xFF 1");
  EXPECT_EQ(summary(html)["pictures"]["embedded"], 1);
  EXPECT_EQ(summary(html)["pictures"]["left_out"], (Json{{"missing", 1}}));
}

TEST_F(Html, PicturesOfCasesThatPassedTakeEightMebibytes) {
  std::filesystem::create_directory(folder / "pictures");
  const std::string five_mebibytes = "\xFF\xD8\xFF" + std::string(5 << 20, '\0');
  write("pictures/one.jpg", five_mebibytes);
  write("pictures/two.jpg", five_mebibytes);
  const Json json = summary(written({keeping("a", {"one.jpg", "two.jpg"})}));
  EXPECT_EQ(json["pictures"]["embedded"], 1);
  EXPECT_EQ(json["pictures"]["left_out"], (Json{{"report_full", 1}}));
}

TEST_F(Html, SameRunGivesTheSameBytes) {
  const std::string once = written({passed("a"), failed("b")});
  EXPECT_EQ(written({passed("a"), failed("b")}), once);
}

TEST_F(Html, FullDiskIsASystemErrorAndLeavesTheOldFile) {
  write("report.html", "old");
  fill_disk_under("report.html");
  EXPECT_THROW(written({passed("a")}), SystemError);
  EXPECT_EQ(text_of("report.html"), "old");
  EXPECT_THAT(files(), ElementsAre("report.html", "results.jsonl"));
}

TEST_F(Html, FileInPlaceOfTheFolderIsASystemError) {
  write("file", "");
  const auto from = results({passed("a")});
  EXPECT_THROW(write_html(folder / "file" / "report.html", run(), {}, from, folder, folder), SystemError);
}

TEST_F(Html, ResultsThatCannotBeReadLeaveNothing) {
  EXPECT_THROW(write_html(folder / "report.html", run(), {}, folder / "none.jsonl", folder, folder),
               InputError);
  EXPECT_THAT(files(), ElementsAre());
}

}  // namespace html_test
}  // namespace uketsuke::reports
