#include "reports/accuracy/det_svg.h"

#include <gmock/gmock.h>

#include <pugixml.hpp>
#include <string>

namespace uketsuke::accuracy {
namespace det_svg_test {

using ::testing::HasSubstr;
using ::testing::Not;

const std::vector<DetPoint> kCurve = {
    {0.1, {1000, 1000}, {0, 100}}, {0.4, {1, 1000}, {5, 100}}, {0.9, {0, 1000}, {100, 100}}};

pugi::xml_document parsed(const std::string& svg) {
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(svg.c_str()));
  return document;
}

/// Position of the axis' tick, in pixels.
double tick_x(const pugi::xml_document& svg, const char* label) {
  return svg.select_node(("//text[@class='x'][.='" + std::string(label) + "']/@x").c_str())
      .attribute()
      .as_double();
}

TEST(DetSvg, AxesHaveTheUsualTicks) {
  const auto svg = parsed(det_svg({}, {}, {}));
  for (const char* axis : {"x", "y"}) {
    std::string labels;
    for (const auto& node : svg.select_nodes(("//text[@class='" + std::string(axis) + "']").c_str())) {
      labels += std::string(node.node().text().get()) + " ";
    }
    EXPECT_EQ(labels, "0.001 0.01 0.1 1 2 5 10 20 40 ");
  }
}

TEST(DetSvg, AMarkStandsAtTheTicksOfItsRates) {
  const auto svg = parsed(det_svg(kCurve, {{"0.400", kCurve[1]}}, {}));  // FMR 0.1 %, FNMR 5 %
  const auto circle = svg.select_node("//circle").node();
  EXPECT_NEAR(circle.attribute("cx").as_double(), tick_x(svg, "0.1"), 0.01);
  const auto tick_y = svg.select_node("//text[@class='y'][.='5']/@y").attribute().as_double();
  EXPECT_NEAR(circle.attribute("cy").as_double(), tick_y - 4, 0.01);  // a text is 4 px below its line
}

TEST(DetSvg, TicksAreSpacedByNormalDeviates) {
  const auto svg = parsed(det_svg({}, {}, {}));
  // Table values: 0.01 % is -3.719016, 1 % is -2.326348, 40 % is -0.253347.
  const double part = (tick_x(svg, "1") - tick_x(svg, "0.01")) / (tick_x(svg, "40") - tick_x(svg, "0.01"));
  EXPECT_NEAR(part, (3.719016 - 2.326348) / (3.719016 - 0.253347), 1e-4);
}

TEST(DetSvg, TitlesAreEscaped) {
  const std::string svg = det_svg({}, {}, {"a<b> & \"c\"", ""});
  EXPECT_THAT(svg, Not(HasSubstr("<b>")));
  EXPECT_STREQ(parsed(svg).select_node("//text[@class='title']").node().text().get(), "a<b> & \"c\"");
}

TEST(DetSvg, NothingIsLoadedFromElsewhere) {
  const std::string svg = det_svg(kCurve, {}, {"t", "s"});
  EXPECT_THAT(svg, Not(HasSubstr("href")));
  EXPECT_THAT(svg, Not(HasSubstr("url(")));
}

TEST(DetSvg, GreyReachesToThreeErrorsOfTheImpostorsThereAre) {
  // 3/300: 1 %.
  const auto svg = parsed(det_svg({{0.1, {300, 300}, {0, 9}}, {0.9, {0, 300}, {9, 9}}}, {}, {}));
  const auto grey = svg.select_node("//rect[@class='unstated']").node();
  EXPECT_NEAR(grey.attribute("x").as_double() + grey.attribute("width").as_double(), tick_x(svg, "1"), 0.02);
}

TEST(DetSvg, EnoughImpostorsHaveNoGrey) {
  const auto svg = parsed(det_svg({{0.1, {300000, 300000}, {0, 9}}, {0.9, {0, 300000}, {9, 9}}}, {}, {}));
  EXPECT_FALSE(svg.select_node("//rect[@class='unstated']"));
}

TEST(DetSvg, WithoutACurveThereAreAxesOnly) {
  const auto svg = parsed(det_svg({}, {}, {}));
  EXPECT_FALSE(svg.select_node("//path"));
  EXPECT_TRUE(svg.select_node("//text[@class='axis']"));
}

}  // namespace det_svg_test
}  // namespace uketsuke::accuracy
