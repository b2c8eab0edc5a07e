#pragma once

#include <string>
#include <string_view>

#include "record/verdict.h"
#include "reports/console/style.h"

namespace uketsuke::reports {

/// SGR parameters of a result's colour: green, red, yellow, magenta, blue.
constexpr std::string_view sgr_of(record::Result result) {
  switch (result) {
    case record::Result::pass:
      return "32";
    case record::Result::fail:
      return "1;31";
    case record::Result::inconclusive:
      return "33";
    case record::Result::error:
      return "1;35";
    case record::Result::skipped:
      return "34";
  }
  return "0";
}

inline std::string paint(std::string_view text, std::string_view sgr, const Style& style) {
  if (!style.colour) return std::string(text);
  return "\x1b[" + std::string(sgr) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace uketsuke::reports
