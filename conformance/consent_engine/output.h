#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <variant>

#include "conformance/consent_engine/health_check.h"
#include "conformance/consent_engine/state.h"
#include "record/words/consent_words.h"
#include "record/words/display_words.h"
#include "record/words/identity_words.h"
#include "record/words/reception_words.h"

namespace uketsuke::conformance {

/// The buttons of a screen, in order. No screen of the flow has more than two; a device's buttons beyond four
/// are dropped, and the screen then still differs.
struct Buttons {
  std::array<record::Button, 4> list{};
  std::uint8_t count = 0;

  constexpr Buttons() = default;
  constexpr Buttons(std::initializer_list<record::Button> buttons) {
    for (const auto button : buttons) add(button);
  }
  constexpr void add(record::Button button) {
    if (count < list.size()) list[count++] = button;
  }
  constexpr const record::Button* begin() const { return list.data(); }
  constexpr const record::Button* end() const { return list.data() + count; }

  friend constexpr bool operator==(const Buttons& a, const Buttons& b) {
    if (a.count != b.count) return false;
    for (std::uint8_t i = 0; i < a.count; ++i) {
      if (a.list[i] != b.list[i]) return false;
    }
    return true;
  }
};

namespace output {

struct Show {
  record::Screen screen{};
  Buttons buttons;
};

struct Record {
  record::Category category{};
  bool given = false;
};

struct Release {
  record::Category category{};
  HealthCheck health_check = HealthCheck::none;  ///< for 特定健診情報: the health check it can describe
};

/// Stores the form of prescription.
struct Prescribe {
  record::PrescriptionForm form{};
};

struct Complete {};

struct Abort {
  record::AbortReason reason{};
};

struct Confirm {
  record::Method method{};
};

struct Refuse {
  record::Method method{};
  record::Refusal reason{};
};

struct Alarm {
  bool on = false;
};

/// Wipes at least these items.
struct Wipe {
  HeldItems items;
};

struct Idle {};

}  // namespace output

using Output =
    std::variant<output::Show, output::Record, output::Release, output::Prescribe, output::Complete,
                 output::Abort, output::Confirm, output::Refuse, output::Alarm, output::Wipe, output::Idle>;

/// An output, the requirement behind it, and whether a reader may omit it.
struct Effect {
  Output output;
  const char* requirement = "";  ///< `CONSENT-03`
  bool optional = false;         ///< neither required nor forbidden by the flow: `checking` shown again
};

/// One line for people: `screen consent_all (agree_all, individually)`.
std::string to_string(const Output& output);

}  // namespace uketsuke::conformance
