#pragma once

#include <string_view>

#include "conformance/consent_engine/output.h"
#include "conformance/consent_engine/setting.h"

namespace uketsuke::conformance {

/// Whether what a device did is what the engine asks for. A screen without buttons in the flow may have any
/// (the flow does not say); a button `cancel` does not count; more may be wiped than was held.
bool satisfies(const Output& happened, const Output& expected);

/// Whether the order of two outputs does not matter: consents and releases of one reception, and the alarm.
bool any_order(const Output& a, const Output& b);

/// Whether the service did it and not the device: a consent or a prescription's form stored, data released.
bool by_the_service(const Output& output);

/// The requirement that is most likely broken by an output that nothing asks for.
std::string_view requirement_against(const Output& happened, const Setting& setting);

}  // namespace uketsuke::conformance
