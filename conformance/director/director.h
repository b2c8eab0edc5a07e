#pragma once

#include <functional>

#include "conformance/dut/device_under_test.h"
#include "scenarios/model/case.h"

namespace uketsuke::conformance {

using Watch = std::function<void(const record::Record&, const record::Event&)>;

/// Plays a case's script on a device: waits for what each step needs, then performs it, as a patient would.
///
/// A step that is impossible because the device never offers what it needs is recorded (`step_failed`) and
/// ends the script. In any case, the card is taken out at the end and the device gets time to become idle.
/// @param watch  called with every event of the record as it arrives, the first ones once the device has
/// begun
/// @throws DeviceError if the device cannot be reached
void perform(const scenario::Case& test_case, dut::DeviceUnderTest& device, const Watch& watch = {});

}  // namespace uketsuke::conformance
