#include "harness/devices/null_device.h"

#include <gtest/gtest.h>

namespace uketsuke::harness {
namespace null_device_test {

TEST(NullDevice, ItsTimePassesAndNothingHappens) {
  NullDevice device;
  scenario::World world;
  world.id = "a-case";
  world.seed = 7;
  device.begin(world);
  device.apply(dut::RemoveCard{});
  EXPECT_FALSE(device.advance([](const record::Event&) { return true; }, std::chrono::seconds(30)));
  EXPECT_FALSE(device.advance([](const record::Event&) { return true; }, std::chrono::seconds(12)));
  EXPECT_EQ(device.now(), std::chrono::seconds(42));
  EXPECT_TRUE(device.record().events().empty());
  EXPECT_EQ(device.record().header().case_id, "a-case");
  EXPECT_EQ(device.record().header().seed, 7u);
}

TEST(NullDevice, CanBeginAgain) {
  NullDevice device;
  device.begin({});
  device.record().add(record::Source::harness, record::StepStarted{1, "insert_card"});
  device.begin({});
  EXPECT_TRUE(device.record().events().empty());
}

TEST(NullSource, HasEveryCapabilitySoNoCaseIsSkipped) {
  NullSource devices;
  EXPECT_EQ(devices.capabilities("whatever").size(), enum_names(scenario::Capability{}).size());
  EXPECT_EQ(devices.open({}, {})->capabilities(), devices.capabilities("whatever"));
  EXPECT_FALSE(devices.writes_traces());
}

}  // namespace null_device_test
}  // namespace uketsuke::harness
