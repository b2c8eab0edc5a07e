#include <gmock/gmock.h>

#include <pugixml.hpp>

#include "bench/accuracy/report/files.h"
#include "tests/unit/bench/accuracy/four_pictures.h"

namespace uketsuke::bench {
namespace html_file_test {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string page(const FourPictures& four) { return evaluation_html(four.evaluated()); }

TEST(EvaluationHtml, IsOnePageThatLoadsNothing) {
  const std::string html = page({});
  EXPECT_THAT(html, StartsWith("<!DOCTYPE html>"));
  for (const char* loading : {"src=", "<script", "@import", "url(", "<link"})
    EXPECT_THAT(html, Not(HasSubstr(loading)));
}

TEST(EvaluationHtml, IsWellFormedAndHasTheCurve) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(page({}).c_str()));
  const pugi::xml_node body = document.child("html").child("body");
  EXPECT_STREQ(body.child("h1").text().get(), "Accuracy of test 1 (opencv)");
  EXPECT_TRUE(body.child("svg"));
}

TEST(EvaluationHtml, ANameCannotLeaveItsPlace) {
  FourPictures four;
  four.plan.gallery.pictures[0].name = "</td><script>alert(1)</script>";
  four.measurement.matcher = "<b>&\"'\x01";
  const std::string html = page(four);
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<b>")));
  EXPECT_EQ(html.find('\x01'), std::string::npos);
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(html.c_str()));
}

TEST(EvaluationHtml, EveryThresholdIsARow) {
  FourPictures four;
  four.options.fmr = {0.5};
  four.options.thresholds = {0.3};
  const std::string html = page(four);
  EXPECT_THAT(html, HasSubstr("<td>FMR 0.5</td>"));
  EXPECT_THAT(html, HasSubstr("<td>threshold 0.3</td><td>0.3000</td><td>50.0 %</td>"));
}

TEST(EvaluationHtml, AnInterruptedRunAndDeathsAreWarnings) {
  FourPictures four;
  EXPECT_THAT(page(four), Not(HasSubstr("class=\"warning\"")));
  four.measurement.interrupted = true;
  four.measurement.deaths = {"a: crashed", "b: crashed"};
  EXPECT_THAT(page(four), HasSubstr("Interrupted: the rates cover the comparisons made until then."));
  EXPECT_THAT(page(four), HasSubstr("The matcher's process died 2 times; no rate counts those comparisons."));
}

TEST(EvaluationHtml, PresentationAttacksAreThereIfLivenessIs) {
  FourPictures four;
  EXPECT_THAT(page(four), HasSubstr("<h2>Presentation attacks, liveness threshold 0.5</h2>"));
  for (PictureState& state : four.measurement.pictures) state.liveness.reset();
  EXPECT_THAT(page(four), Not(HasSubstr("Presentation attacks")));
}

TEST(EvaluationSvg, IsADrawingWithTheNumbersOfComparisons) {
  FourPictures four;
  const std::string svg = evaluation_svg(four.evaluated());
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(svg.c_str()));
  EXPECT_STREQ(document.document_element().name(), "svg");
  EXPECT_THAT(svg, HasSubstr("2 genuine, 2 impostor comparisons"));
  EXPECT_THAT(svg, Not(HasSubstr("references from the card")));
  four.options.card = true;
  EXPECT_THAT(evaluation_svg(four.evaluated()),
              HasSubstr("2 genuine, 2 impostor comparisons, references from the card"));
}

TEST(EvaluationSvg, AGivenThresholdIsMarked) {
  FourPictures four;
  EXPECT_THAT(evaluation_svg(four.evaluated()), Not(HasSubstr("0.617")));
  four.options.thresholds = {0.617};
  EXPECT_THAT(evaluation_svg(four.evaluated()), HasSubstr("0.617"));
}

}  // namespace html_file_test
}  // namespace uketsuke::bench
