#pragma once

#include "base/enum_names.h"

namespace uketsuke::scenario {

// Words of a script that the model has no enumeration for: they become a kind of step or a flag.

/// Steps that are one word. Those with a value: `keyed_forms` in script.cpp.
UKETSUKE_ENUM(BareStep, insert_card, remove_card, look_at_camera, enter_pin, leave_card, report_lost,
              hold_phone)

/// What `visual_check:` says: whether staff takes the patient for the holder of the card.
UKETSUKE_ENUM(VisualFinding, same, other)

/// The line to the service.
UKETSUKE_ENUM(LineState, up, down)

/// The halves of an exchange with the service, of which one is lost or comes twice.
UKETSUKE_ENUM(ExchangeHalf, request, answer)

}  // namespace uketsuke::scenario
