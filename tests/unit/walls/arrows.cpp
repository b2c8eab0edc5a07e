#include "tests/unit/walls/arrows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace uketsuke::walls {

namespace {

/// What the files below a folder may include, besides base/, record/ and the folder itself. The first
/// matching entry applies.
struct Arrow {
  std::string_view from;
  std::vector<std::string_view> to;
};

const std::vector<Arrow>& arrows() {
  static const std::vector<Arrow> all = {
      {"base", {}},
      {"record", {}},
      {"oqs", {}},
      {"reports/trace", {}},
      {"reports/accuracy", {}},
      {"reports", {"reports/results"}},
      {"scenarios", {}},
      {"conformance", {"scenarios/model"}},
      {"harness", {"conformance", "scenarios", "reports", "oqs"}},
      {"kernel", {}},
      {"camera_model", {"kernel"}},
      {"reader_model", {"kernel", "camera_model"}},
      {"sim",
       {"kernel", "reader_model", "camera_model", "conformance/dut", "scenarios/model", "reports/trace",
        "oqs"}},
      {"crosscheck", {"reader_model/firmware", "conformance", "scenarios"}},
      {"bench",
       {"oqs", "reports", "scenarios", "conformance", "harness", "kernel", "camera_model", "reader_model",
        "sim", "crosscheck"}},
  };
  return all;
}

// The program, its tests and the examples may include everything.
constexpr std::array kFree = {"cli", "examples", "tests"};

constexpr std::array kTop = {"base",       "bench",   "camera_model", "cli", "conformance",
                             "crosscheck", "harness", "kernel",       "oqs", "reader_model",
                             "record",     "reports", "scenarios",    "sim", "tests"};

// A laboratory with real devices builds these without SystemC and OpenCV.
constexpr std::array kHarness = {"base", "conformance", "harness", "oqs", "record", "reports", "scenarios"};
constexpr std::array kSimulatorLibraries = {"systemc", "systemc.h", "sysc",      "tlm",
                                            "tlm.h",   "tlm_core",  "tlm_utils", "opencv2"};

bool below(std::string_view path, std::string_view folder) {
  return path.substr(0, folder.size()) == folder &&
         (path.size() == folder.size() || path[folder.size()] == '/');
}

template <class Folders>
bool below_any(std::string_view path, const Folders& folders) {
  return std::any_of(folders.begin(), folders.end(),
                     [&](std::string_view folder) { return below(path, folder); });
}

std::string_view parent_of(std::string_view file) {
  return file.substr(0, file.find('/', file.find('/') + 1));
}

std::optional<std::string> project_include(std::string_view file, std::string_view included) {
  if (below_any(file, kFree)) return std::nullopt;
  for (const Arrow& arrow : arrows()) {
    if (!below(file, arrow.from)) continue;
    const bool ground = below(included, "base") || (below(included, "record") && arrow.from != "base");
    // reports/ is not one room: each writer is a room of its own.
    const std::string_view room = arrow.from == "reports" ? parent_of(file) : arrow.from;
    if (ground || below(included, room) || below_any(included, arrow.to)) return std::nullopt;
    return fmt::format("{}/ may not include {}", arrow.from, included);
  }
  return fmt::format("{} stands in a folder that has no arrows (tests/unit/walls/arrows.cpp)", file);
}

}  // namespace

std::optional<std::string> crossed_wall(std::string_view file, std::string_view included, Form form) {
  // Both spellings count: <sim/…> reaches sim/ as "sim/…" does.
  if (below_any(included, kTop)) return project_include(file, included);
  if (form == Form::quoted) return fmt::format("\"{}\" is not written from the root of the tree", included);
  if (below_any(file, kHarness) && below_any(included, kSimulatorLibraries)) {
    return fmt::format("the harness builds without <{}>", included);
  }
  return std::nullopt;
}

}  // namespace uketsuke::walls
