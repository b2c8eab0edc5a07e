#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "conformance/dut/device_under_test.h"
#include "scenarios/model/case.h"

namespace uketsuke::dut {

/// Files for people that a device may write beside the record of a case. They never decide a verdict.
struct Attachments {
  std::string file_stem;  ///< the case's id as a file name
  Text title;
  std::vector<std::string> requirements;
  std::optional<std::filesystem::path> traces;  ///< folder for traces of the RF link; empty: not wanted
  /// Folder for pictures that explain a decision; empty: not wanted.
  std::optional<std::filesystem::path> pictures;
};

/// Makes a device under test for each case of a run.
///
/// A source lives in the parent process of all cases. The processes forked for the cases inherit what
/// `prepare` has loaded; `open` is called in such a process.
class DeviceSource {
 public:
  using WorldAt = std::function<scenario::World(std::size_t)>;

  virtual ~DeviceSource() = default;

  /// The name in records and reports.
  virtual std::string name() const = 0;

  /// The capabilities of this kind of reader. Cases that need more are skipped.
  /// @param reader  name of a reader profile
  /// @throws DeviceError if the device does not know this kind
  virtual std::set<scenario::Capability> capabilities(const std::string& reader) const = 0;

  /// Whether the device can write traces of its RF link.
  virtual bool writes_traces() const { return false; }

  /// Prepares for cases that are about to run. Called once for the cases with declared faces and once for
  /// those with pixels, before the first of each is forked.
  /// @param count            number of cases
  /// @param world            returns the world of the case with this index
  /// @param spare_processor  whether each case has a second processor for itself
  /// @throws DeviceError, InputError, SystemError
  virtual void prepare(std::size_t count, const WorldAt& world, bool spare_processor) = 0;

  /// Calls `body`, which runs all cases, inside the main program that the device needs (SystemC's).
  /// @throws what `body` throws
  virtual void run(const std::function<void()>& body) { body(); }

  /// Keeps a note of what the device is doing, for the report of a crash.
  /// @param note   memory that outlives the process; a NUL-terminated text
  /// @param bytes  size of that memory
  virtual void keep_note(char* /*note*/, std::size_t /*bytes*/) {}

  /// Prints the device's internal structure, for people: `--print-hierarchy`. Called instead of running
  /// cases.
  /// @param world  world of a prepared case
  /// @throws DeviceError if the device has nothing to show
  virtual void print_hierarchy(std::ostream& out, const scenario::World& world);

  /// Returns the device for one case. @throws DeviceError
  virtual std::unique_ptr<DeviceUnderTest> open(const scenario::World& world,
                                                const Attachments& attachments) = 0;
};

inline void DeviceSource::print_hierarchy(std::ostream& /*out*/, const scenario::World& /*world*/) {
  throw DeviceError("the device \"" + name() + "\" has no hierarchy to print");
}

}  // namespace uketsuke::dut
