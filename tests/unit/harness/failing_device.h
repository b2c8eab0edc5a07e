#pragma once

#include <memory>
#include <set>
#include <stdexcept>
#include <string>

#include "conformance/dut/device_source.h"

namespace uketsuke::harness {

/// A device that does what a script of one step needs, and throws in the method of this name: `begin`.
class FailingDevice : public dut::DeviceUnderTest {
 public:
  explicit FailingDevice(std::string failing) : failing_(std::move(failing)) {}

  std::string name() const override { return fails("name"), "failing"; }
  std::set<scenario::Capability> capabilities() const override { return fails("capabilities"), everything(); }
  void begin(const scenario::World& world) override {
    fails("begin");
    record_ = record::Record({world.id, "failing", world.start(), world.seed});
    record_.set_clock([this] { return now_; });
    record_.add(record::Source::reader, record::ReaderIdle{});
  }
  void apply(const dut::Stimulus&) override { fails("apply"); }
  bool advance(const Until&, Duration at_most) override {
    fails("advance");
    now_ += at_most;
    return false;
  }
  Duration now() const override { return fails("now"), now_; }
  record::Record& record() override { return fails("record"), record_; }
  void end() override { fails("end"); }

  static std::set<scenario::Capability> everything() {
    std::set<scenario::Capability> all;
    for (const auto& [capability, word] : enum_names(scenario::Capability{})) all.insert(capability);
    return all;
  }

 private:
  std::string failing_;
  Duration now_{};
  record::Record record_;

  void fails(const std::string& method) const {
    if (method == failing_) throw std::runtime_error("the cable is out");
  }
};

/// Makes failing devices; `open` and `source capabilities` are methods of the source that can fail too.
class FailingSource : public dut::DeviceSource {
 public:
  explicit FailingSource(std::string failing = "",
                         std::set<scenario::Capability> can = FailingDevice::everything())
      : failing_(std::move(failing)), can_(std::move(can)) {}

  std::string name() const override { return "failing"; }
  std::set<scenario::Capability> capabilities(const std::string&) const override {
    if (failing_ == "source capabilities") throw std::runtime_error("the cable is out");
    return can_;
  }
  void prepare(std::size_t count, const WorldAt& world, bool) override {
    for (std::size_t i = 0; i < count; ++i) prepared.push_back(world(i).id);
  }
  std::unique_ptr<dut::DeviceUnderTest> open(const scenario::World&, const dut::Attachments&) override {
    if (failing_ == "open") throw std::runtime_error("the cable is out");
    return std::make_unique<FailingDevice>(failing_);
  }

  std::vector<std::string> prepared;  ///< ids, in order

 private:
  std::string failing_;
  std::set<scenario::Capability> can_;
};

}  // namespace uketsuke::harness
