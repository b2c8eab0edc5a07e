#pragma once

#include "conformance/dut/device_under_test.h"

namespace uketsuke::harness {

/// Forwards every call to a device, and adds the call's name to any error: `begin(): no answer`.
///
/// Devices come from many makers, who need to know which call failed.
class NamedErrors : public dut::DeviceUnderTest {
 public:
  /// @param device  outlives this
  explicit NamedErrors(dut::DeviceUnderTest& device) : device_(device) {}

  // Each throws DeviceError with the name of the call, for any exception of the device.
  std::string name() const override;
  std::set<scenario::Capability> capabilities() const override;
  void begin(const scenario::World& world) override;
  void apply(const dut::Stimulus& stimulus) override;
  bool advance(const Until& until, Duration at_most) override;
  Duration now() const override;
  record::Record& record() override;
  void end() override;

 private:
  dut::DeviceUnderTest& device_;
};

/// Calls `work` and turns any exception into a DeviceError that names the call.
template <class Work>
decltype(auto) naming(const char* call, const Work& work) {
  try {
    return work();
  } catch (const std::exception& error) {
    throw dut::DeviceError(std::string("the device failed in ") + call + "(): " + error.what());
  }
}

}  // namespace uketsuke::harness
