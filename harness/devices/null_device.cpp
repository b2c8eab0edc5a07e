#include "harness/devices/null_device.h"

namespace uketsuke::harness {

namespace {

std::set<scenario::Capability> everything() {
  std::set<scenario::Capability> all;
  for (const auto& [capability, name] : enum_names(scenario::Capability{})) all.insert(capability);
  return all;
}

}  // namespace

std::set<scenario::Capability> NullDevice::capabilities() const { return everything(); }

void NullDevice::begin(const scenario::World& world) {
  record_ = record::Record({world.id, name(), world.start(), world.seed});
  record_.set_clock([this] { return now_; });
}

bool NullDevice::advance(const Until& /*until*/, Duration at_most) {
  now_ += at_most;
  return false;
}

std::set<scenario::Capability> NullSource::capabilities(const std::string& /*reader*/) const {
  return everything();
}

std::unique_ptr<dut::DeviceUnderTest> NullSource::open(const scenario::World& /*world*/,
                                                       const dut::Attachments& /*attachments*/) {
  return std::make_unique<NullDevice>();
}

}  // namespace uketsuke::harness
