#pragma once

#include <memory>

#include "sim/personalisation/card_factory.h"

namespace uketsuke::personalisation {

/// A forger's copy of a card: everything readable or disclosed is copied, but the private keys never left the
/// chip, so the copy signs with `key`.
PersonalisedCard cloned(const PersonalisedCard& card, const std::shared_ptr<EVP_PKEY>& key);

}  // namespace uketsuke::personalisation
