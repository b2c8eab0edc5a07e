#pragma once

#include "base/enum_names.h"

namespace uketsuke::scenario {

// Words of a script without an enumeration in the model: they become a kind of step or a flag.

/// Steps that consist of one word. Steps with a value are in `keyed_forms` in script.cpp.
UKETSUKE_ENUM(BareStep, insert_card, remove_card, look_at_camera, enter_pin, leave_card, report_lost,
              hold_phone)

/// The value of `visual_check:`: whether staff recognises the patient as the holder of the card.
UKETSUKE_ENUM(VisualFinding, same, other)

/// State of the line to the service.
UKETSUKE_ENUM(LineState, up, down)

/// The halves of an exchange with the service, one of which is lost or duplicated.
UKETSUKE_ENUM(ExchangeHalf, request, answer)

}  // namespace uketsuke::scenario
