#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "conformance/dut/device_source.h"
#include "harness/receipt/case_files.h"
#include "harness/selection.h"
#include "reports/console/style.h"

namespace uketsuke::harness {

inline constexpr unsigned kCaseSeconds = 30;
inline constexpr unsigned kPixelCaseSeconds = 180;

/// The options of `uketsuke run`, apart from the device.
struct RunOptions {
  std::filesystem::path data;                ///< root of the installed data files
  std::vector<std::filesystem::path> paths;  ///< suites or folders; empty: the product's own
  Selection selection;
  int jobs = 1;  ///< cases at a time
  std::uint64_t seed = 1;
  bool shuffle = false;
  std::filesystem::path out = "uketsuke-out";
  /// Wall-clock timeout per case. Default: kCaseSeconds, and kPixelCaseSeconds for a case with rendered or
  /// recorded faces, which takes up to twenty seconds on a busy machine.
  std::optional<unsigned> case_seconds;
  bool trace = false;  ///< writes the frames between reader and card to `out`/traces
  bool oqs = false;    ///< writes the files for receipt software to `out`/oqs
  oqs::Encoding oqs_encoding = oqs::Encoding::shift_jis;
  std::vector<std::string> reports;  ///< NAME or NAME=PATH; empty: every report at its default place
};

/// Output streams of a run.
struct Console {
  std::ostream& out;
  reports::Style style;
};

/// Prints the module hierarchy of the device, in the world of the first selected case with declared faces.
/// @throws InputError, SystemError, dut::DeviceError
void print_hierarchy(const RunOptions& options, dut::DeviceSource& devices, std::ostream& out);

/// Runs the selected cases against a device, judges and reports them.
///
/// Everything that can be checked is checked before the first case: selection, output folder, report paths.
/// @return the program's exit code
/// @throws InputError, SystemError, dut::DeviceError
int run_scenarios(const RunOptions& options, dut::DeviceSource& devices, const Console& console);

}  // namespace uketsuke::harness
