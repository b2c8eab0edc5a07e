#pragma once

#include <string_view>

#include "conformance/consent_engine/output.h"
#include "conformance/consent_engine/setting.h"

namespace uketsuke::conformance {

/// Whether the device's output is what the engine asks for. A screen whose buttons the flow does not define
/// may have any buttons; a button `cancel` is ignored; more items may be wiped than were held.
bool satisfies(const Output& happened, const Output& expected);

/// Whether the order of two outputs is irrelevant: consents and releases of one reception, and the alarm.
bool any_order(const Output& a, const Output& b);

/// Whether the output is the service's and not the device's: a stored consent or form of prescription,
/// released data.
bool by_the_service(const Output& output);

/// The requirement most likely violated by an output that nothing asks for.
std::string_view requirement_against(const Output& happened, const Setting& setting);

}  // namespace uketsuke::conformance
