#pragma once

#include "conformance/dut/device_source.h"

namespace uketsuke::harness {

/// A device that does nothing and reports nothing: the smallest example of a device under test.
///
/// Every case on it is inconclusive, because there is nothing to judge. Its time passes at once.
class NullDevice : public dut::DeviceUnderTest {
 public:
  std::string name() const override { return "null"; }
  std::set<scenario::Capability> capabilities() const override;

  void begin(const scenario::World& world) override;
  void apply(const dut::Stimulus& /*stimulus*/) override {}
  bool advance(const Until& until, Duration at_most) override;
  Duration now() const override { return now_; }
  record::Record& record() override { return record_; }
  void end() override {}

 private:
  Duration now_{};
  record::Record record_;
};

/// Makes null devices: `uketsuke run --device null`.
class NullSource : public dut::DeviceSource {
 public:
  std::string name() const override { return "null"; }
  /// All capabilities, so that no case is skipped.
  std::set<scenario::Capability> capabilities(const std::string& reader) const override;
  void prepare(std::size_t /*count*/, const WorldAt& /*world*/, bool /*spare_processor*/) override {}
  std::unique_ptr<dut::DeviceUnderTest> open(const scenario::World& world,
                                             const dut::Attachments& attachments) override;
};

}  // namespace uketsuke::harness
