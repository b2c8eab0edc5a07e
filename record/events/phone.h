#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "record/words/phone_words.h"

// Events: a smartphone instead of a card. See record/events.h.

namespace uketsuke::record {

/// A phone lies on the external reader. `phone` is the pseudonym of its owner.
struct PhoneHeld {
  static constexpr std::string_view kKind = "phone_held";
  std::string phone;
  PhoneKind phone_kind{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("phone", self.phone);
    visit("phone_kind", self.phone_kind);
  }
};

/// The reader's result for a phone. Tries left only if the phone reported them.
struct PhoneChecked {
  static constexpr std::string_view kKind = "phone_checked";
  PhoneCheck result{};
  std::optional<std::int64_t> tries_left;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("result", self.result);
    visit("tries_left", self.tries_left);
  }
};

}  // namespace uketsuke::record
