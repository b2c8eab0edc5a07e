#include "reports/junit/junit.h"

#include <gmock/gmock.h>

#include <pugixml.hpp>

#include "base/error.h"
#include "tests/unit/reports/support.h"

namespace uketsuke::reports {
namespace junit_test {

using namespace testing;
using record::Result;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Junit : public InFolder {
 protected:
  std::string written(const std::vector<CaseResult>& cases) const {
    write_junit(folder / "junit.xml", results(cases), folder);
    return text_of("junit.xml");
  }

  /// The only case of a run, as read back by an XML parser.
  pugi::xml_node read_back(const CaseResult& result) {
    written({result});
    EXPECT_TRUE(document_.load_file((folder / "junit.xml").c_str()));
    return document_.select_node("//testcase").node();
  }

 private:
  pugi::xml_document document_;
};

TEST_F(Junit, RunOfAPassAndAFailure) {
  CaseResult bad = failed("limit/date=2024-10-07");
  bad.requirements = {"LIMIT-02"};
  bad.parameters = {{"date", "2024-10-07"}};
  EXPECT_EQ(written({passed("good"), bad}),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="uketsuke" tests="2" failures="1" errors="0" time="0.410000">
  <testsuite name="suites/limit.yaml" file="suites/limit.yaml" tests="2" failures="1" errors="0" skipped="0" time="1.000000" timestamp="2026-04-01T09:00:00+09:00">
    <properties>
      <property name="program" value="uketsuke 0.1.0" />
      <property name="device" value="camera-slot" />
      <property name="seed" value="7" />
      <property name="requirements" value="LIMIT-02" />
    </properties>
    <testcase classname="suites/limit.yaml" name="good" time="0.500000" />
    <testcase classname="suites/limit.yaml" name="limit/date=2024-10-07" time="0.500000" group="LIMIT-02">
      <failure type="LIMIT-02" message="expected limit_information provided, was not_provided">suites/limit.yaml:14
14.200 s  expected limit_information provided, was not_provided [LIMIT-02, required]
</failure>
      <system-out>題 / title
date: 2024-10-07
requirements: LIMIT-02
</system-out>
    </testcase>
  </testsuite>
</testsuites>
)");
}

TEST_F(Junit, CasesOfOneSuiteStandTogetherInTheirOrder) {
  written({passed("1", "b.yaml"), passed("2", "a.yaml"), passed("3", "b.yaml")});
  pugi::xml_document document;
  ASSERT_TRUE(document.load_file((folder / "junit.xml").c_str()));
  std::vector<std::string> names;
  for (const auto& found : document.select_nodes("//testcase/@name"))
    names.emplace_back(found.attribute().value());
  EXPECT_THAT(names, ElementsAre("1", "3", "2"));
}

TEST_F(Junit, ErrorOfTheHarnessIsAnErrorWithItsSignal) {
  CaseResult crash = ended("a", Result::error);
  crash.crash = "SIGSEGV\n1.000 s chip apdu";
  const auto found = read_back(crash).child("error");
  EXPECT_STREQ(found.attribute("message").value(), "SIGSEGV");
  EXPECT_THAT(found.text().get(), HasSubstr("1.000 s chip apdu"));
}

TEST_F(Junit, SkippedCaseSaysWhy) {
  CaseResult skipped = ended("a", Result::skipped);
  skipped.findings = {{"", record::RequirementClass::required, "the device has no camera", std::nullopt, {}}};
  EXPECT_STREQ(read_back(skipped).child("skipped").attribute("message").value(), "the device has no camera");
}

TEST_F(Junit, InconclusiveCaseIsNotTakenForAPass) {
  CaseResult unclear = failed("a");
  unclear.result = Result::inconclusive;
  EXPECT_STREQ(read_back(unclear).child("failure").attribute("message").value(),
               "inconclusive: expected limit_information provided, was not_provided");
}

TEST_F(Junit, EachRequirementIsNamedOnceInTheType) {
  CaseResult result = failed("a", "B-02");
  for (const char* id : {"A-01", "B-02", ""})
    result.findings.push_back({id, record::RequirementClass::required, "x", std::nullopt, {}});
  EXPECT_STREQ(read_back(result).child("failure").attribute("type").value(), "B-02 A-01");
}

TEST_F(Junit, NastyTextComesBackFromAParserAsItWasButForWhatXmlCannotCarry) {
  CaseResult nasty = failed("a" + kNasty);
  nasty.findings[0].message = kNasty;
  const auto found = read_back(nasty);
  const std::string carried = "</script><b>\uFFFD[31m\uFFFD]]>&\"'\uFFFD\u202E";
  EXPECT_EQ(found.attribute("name").value(), "a" + carried);
  EXPECT_EQ(found.child("failure").attribute("message").value(), carried);
}

TEST_F(Junit, CdataEndIsEscaped) {
  CaseResult nasty = failed("a");
  nasty.findings[0].message = "]]>";
  EXPECT_THAT(written({nasty}), HasSubstr("14.200 s  ]]&gt; [LIMIT-02, required]"));
}

TEST_F(Junit, FailureCarriesTheLastEvents) {
  CaseResult result = failed("a");
  result.record_path = "a.jsonl";
  record::Record record({"a", "device", {}, 1});
  record.add(std::chrono::seconds(3), record::Source::reader, record::ReaderIdle{});
  write("a.jsonl", to_json_lines(record));
  EXPECT_THAT(read_back(result).child("system-out").text().get(), HasSubstr("3.000 s  reader   reader_idle"));
}

TEST_F(Junit, RecordThatIsMissingIsToldAndNoObstacle) {
  CaseResult result = failed("a");
  result.record_path = "none.jsonl";
  EXPECT_THAT(read_back(result).child("system-out").text().get(), HasSubstr("the record cannot be read"));
}

TEST_F(Junit, RunWithoutCasesIsWellFormed) {
  EXPECT_EQ(
      written({}),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"uketsuke\" tests=\"0\" failures=\"0\" "
      "errors=\"0\" time=\"0.410000\">\n</testsuites>\n");
}

TEST_F(Junit, FullDiskIsASystemErrorAndLeavesTheOldFile) {
  write("junit.xml", "old");
  fill_disk_under("junit.xml");
  EXPECT_THROW(written({passed("a")}), SystemError);
  EXPECT_EQ(text_of("junit.xml"), "old");
  EXPECT_THAT(files(), ElementsAre("junit.xml", "results.jsonl"));
}

TEST_F(Junit, FileInPlaceOfTheFolderIsASystemError) {
  write("file", "");
  const auto from = results({passed("a")});
  EXPECT_THROW(write_junit(folder / "file" / "junit.xml", from, folder), SystemError);
}

}  // namespace junit_test
}  // namespace uketsuke::reports
