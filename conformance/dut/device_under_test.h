#pragma once

#include <functional>
#include <set>
#include <stdexcept>
#include <string>

#include "conformance/dut/stimulus.h"
#include "record/record.h"
#include "scenarios/model/case.h"

namespace uketsuke::dut {

/// The device, or the harness on the way to it, cannot be reached or used. Never a verdict about the device.
class DeviceError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A reader to be tested: a model in this process, a program, or a real device with an operator.
///
/// Suites, checkers and verdicts know a device only by this interface and by its record.
class DeviceUnderTest {
 public:
  using Until = std::function<bool(const record::Event&)>;

  virtual ~DeviceUnderTest() = default;

  virtual std::string name() const = 0;
  virtual std::set<scenario::Capability> capabilities() const = 0;

  /// Sets up the world of a case: patient, cards, registry, date, site. Afterwards the reader is idle and the
  /// record contains only the events of starting up.
  /// @param world  must outlive the case
  /// @throws DeviceError
  virtual void begin(const scenario::World& world) = 0;

  /// Applies a stimulus and returns at once; its effect comes with `advance`.
  virtual void apply(const Stimulus& stimulus) = 0;

  /// Advances the device until a newly recorded event satisfies `until`, or until `at_most` of device time
  /// has elapsed.
  /// @return whether such an event was recorded
  virtual bool advance(const Until& until, Duration at_most) = 0;

  /// Device time since `begin`.
  virtual Duration now() const = 0;

  /// Everything that happened since `begin`; the harness adds its own events.
  virtual record::Record& record() = 0;

  /// Ends the case. The record is kept until the next `begin`.
  virtual void end() = 0;
};

}  // namespace uketsuke::dut
