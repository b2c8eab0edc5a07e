#include "harness/devices/named_errors.h"

#include <gtest/gtest.h>

#include <functional>

#include "tests/unit/harness/failing_device.h"

namespace uketsuke::harness {
namespace named_errors_test {

using Call = std::function<void(dut::DeviceUnderTest&)>;

const std::map<std::string, Call>& calls() {
  static const std::map<std::string, Call> all = {
      {"name", [](auto& device) { (void)device.name(); }},
      {"capabilities", [](auto& device) { (void)device.capabilities(); }},
      {"begin", [](auto& device) { device.begin({}); }},
      {"apply", [](auto& device) { device.apply(dut::RemoveCard{}); }},
      {"advance",
       [](auto& device) { device.advance([](const record::Event&) { return true; }, Duration(1)); }},
      {"now", [](auto& device) { (void)device.now(); }},
      {"record", [](auto& device) { (void)device.record(); }},
      {"end", [](auto& device) { device.end(); }},
  };
  return all;
}

TEST(NamedErrors, EveryMethodIsNamedInItsError) {
  for (const auto& [method, call] : calls()) {
    FailingDevice device(method);
    NamedErrors named(device);
    try {
      call(named);
      ADD_FAILURE() << method << " did not throw";
    } catch (const dut::DeviceError& error) {
      EXPECT_EQ(std::string(error.what()), "the device failed in " + method + "(): the cable is out");
    }
  }
}

TEST(NamedErrors, WhatDoesNotFailIsPassedThrough) {
  FailingDevice device("");
  NamedErrors named(device);
  named.begin({});
  EXPECT_EQ(named.name(), "failing");
  EXPECT_EQ(named.capabilities(), FailingDevice::everything());
  EXPECT_FALSE(named.advance([](const record::Event&) { return true; }, std::chrono::seconds(2)));
  EXPECT_EQ(named.now(), std::chrono::seconds(2));
  EXPECT_EQ(&named.record(), &device.record());
  EXPECT_EQ(named.record().events().size(), 1u);
}

}  // namespace named_errors_test
}  // namespace uketsuke::harness
