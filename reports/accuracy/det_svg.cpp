#include "reports/accuracy/det_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <sstream>

#include "reports/accuracy/normal_deviate.h"
#include "reports/accuracy/wilson.h"

namespace uketsuke::accuracy {

namespace {

constexpr double kLowest = 1e-5;
constexpr double kHighest = 0.6;
constexpr std::array kTicks = {1e-5, 1e-4, 1e-3, 1e-2, 0.02, 0.05, 0.1, 0.2, 0.4};

// Pixels.
constexpr double kWidth = 640;
constexpr double kHeight = 680;
constexpr double kLeft = 78;
constexpr double kTop = 64;
constexpr double kSide = 532;
constexpr double kBottom = kTop + kSide;

/// Position of a rate along an axis, 0 to 1; rates beyond the axis are clamped.
double along(double rate) {
  const double low = normal_deviate(kLowest);
  const double high = normal_deviate(kHighest);
  return (normal_deviate(std::clamp(rate, kLowest, kHighest)) - low) / (high - low);
}

double x_of(double fmr) { return kLeft + along(fmr) * kSide; }
double y_of(double fnmr) { return kBottom - along(fnmr) * kSide; }
std::string number(double value) { return fmt::format("{:.2f}", value); }
std::string percent(double rate) { return fmt::format("{:.10g}", rate * 100); }

using Attributes = std::initializer_list<std::pair<const char*, std::string>>;

pugi::xml_node add(pugi::xml_node parent, const char* name, const Attributes& attributes) {
  pugi::xml_node node = parent.append_child(name);
  for (const auto& [key, value] : attributes) node.append_attribute(key) = value.c_str();
  return node;
}

void add_text(pugi::xml_node parent, double x, double y, const char* kind, const std::string& text) {
  add(parent, "text", {{"class", kind}, {"x", number(x)}, {"y", number(y)}}).text().set(text.c_str());
}

void add_line(pugi::xml_node parent, const char* kind, double x1, double y1, double x2, double y2) {
  add(parent, "line",
      {{"class", kind}, {"x1", number(x1)}, {"y1", number(y1)}, {"x2", number(x2)}, {"y2", number(y2)}});
}

constexpr const char* kStyle = R"(
text { font: 13px "DejaVu Sans", "Noto Sans", Arial, sans-serif; fill: #222 }
.title { font-size: 16px; font-weight: bold }
.subtitle, .note { fill: #555; font-size: 12px }
.x { text-anchor: middle } .y { text-anchor: end }
.axis { font-weight: bold; text-anchor: middle }
.grid { stroke: #ddd } .frame { fill: none; stroke: #444 }
.equal { stroke: #999; stroke-dasharray: 4 4 }
.unstated { fill: #eee }
.band { fill: #2166ac; fill-opacity: .18 }
.curve { fill: none; stroke: #2166ac; stroke-width: 2; stroke-linejoin: round }
.mark { fill: #b2182b } .marked { fill: #b2182b; paint-order: stroke; stroke: #fff; stroke-width: 3px }
)";

void draw_axes(pugi::xml_node svg) {
  for (const double tick : kTicks) {
    add_line(svg, "grid", x_of(tick), kTop, x_of(tick), kBottom);
    add_line(svg, "grid", kLeft, y_of(tick), kLeft + kSide, y_of(tick));
    add_text(svg, x_of(tick), kBottom + 18, "x", percent(tick));
    add_text(svg, kLeft - 8, y_of(tick) + 4, "y", percent(tick));
  }
  add_line(svg, "equal", x_of(kLowest), y_of(kLowest), x_of(kHighest), y_of(kHighest));
  add_text(svg, kLeft + kSide / 2, kBottom + 42, "axis", "false match rate, FMR (%)");
  pugi::xml_node title =
      add(svg, "text",
          {{"class", "axis"}, {"transform", fmt::format("translate(22 {}) rotate(-90)", kTop + kSide / 2)}});
  title.text().set("false non-match rate, FNMR (%)");
}

/// Shades the area left of the lowest FMR that this number of impostors can support.
void draw_unstated(pugi::xml_node svg, std::size_t impostors) {
  const double edge = x_of(3 / static_cast<double>(impostors));
  if (edge <= kLeft) return;
  add(svg, "rect",
      {{"class", "unstated"},
       {"x", number(kLeft)},
       {"y", number(kTop)},
       {"width", number(edge - kLeft)},
       {"height", number(kSide)}});
}

std::string curve_path(const std::vector<DetPoint>& curve) {
  // A staircase: as the threshold rises, it goes left at an impostor score and up at a genuine score.
  std::string path;
  for (const DetPoint& point : curve) {
    const double x = x_of(point.false_matches.rate());
    const double y = y_of(point.false_non_matches.rate());
    path += fmt::format("{}{:.2f} {:.2f}", path.empty() ? "M" : " L", x, y);
  }
  return path;
}

std::string band_points(const std::vector<DetPoint>& curve) {
  std::string upper;
  std::string lower;
  for (const DetPoint& point : curve) {
    const Interval interval = wilson(point.false_non_matches);
    const double x = x_of(point.false_matches.rate());
    upper += fmt::format("{:.2f},{:.2f} ", x, y_of(interval.high));
    lower.insert(0, fmt::format("{:.2f},{:.2f} ", x, y_of(interval.low)));
  }
  return upper + lower;
}

void draw_mark(pugi::xml_node svg, const DetMark& mark) {
  const double x = x_of(mark.point.false_matches.rate());
  const double y = y_of(mark.point.false_non_matches.rate());
  pugi::xml_node circle =
      add(svg, "circle", {{"class", "mark"}, {"cx", number(x)}, {"cy", number(y)}, {"r", "4"}});
  circle.append_child("title").text().set(fmt::format("threshold {}: FMR {} %, FNMR {} %", mark.label,
                                                      percent(mark.point.false_matches.rate()),
                                                      percent(mark.point.false_non_matches.rate()))
                                              .c_str());
  add_text(svg, std::min(x + 8, kLeft + kSide - 44), std::max(y - 8, kTop + 14), "marked", mark.label);
}

}  // namespace

std::string det_svg(const std::vector<DetPoint>& curve, const std::vector<DetMark>& marks,
                    const DetLabels& labels) {
  pugi::xml_document document;
  pugi::xml_node svg = add(document, "svg",
                           {{"xmlns", "http://www.w3.org/2000/svg"},
                            {"viewBox", fmt::format("0 0 {} {}", kWidth, kHeight)},
                            {"width", fmt::format("{}", kWidth)},
                            {"height", fmt::format("{}", kHeight)},
                            {"role", "img"}});
  svg.append_child("title").text().set(("DET curve: " + labels.title).c_str());
  svg.append_child("style").text().set(kStyle);
  add(svg, "rect", {{"width", "100%"}, {"height", "100%"}, {"fill", "#fff"}});
  add_text(svg, kLeft, 28, "title", labels.title);
  add_text(svg, kLeft, 48, "subtitle", labels.subtitle);
  if (!curve.empty()) draw_unstated(svg, curve.front().false_matches.trials);
  draw_axes(svg);
  if (!curve.empty()) {
    add(svg, "polygon", {{"class", "band"}, {"points", band_points(curve)}});
    add(svg, "path", {{"class", "curve"}, {"d", curve_path(curve)}});
  }
  add(svg, "rect",
      {{"class", "frame"},
       {"x", number(kLeft)},
       {"y", number(kTop)},
       {"width", number(kSide)},
       {"height", number(kSide)}});
  for (const DetMark& mark : marks) draw_mark(svg, mark);
  add_text(svg, kLeft, kHeight - 14, "note",
           "band: 95 % Wilson interval of the FNMR; grey: too few impostors (rule of 3); dots: thresholds");
  std::ostringstream out;
  document.save(out, " ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

}  // namespace uketsuke::accuracy
