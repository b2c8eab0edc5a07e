#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "record/words/display_words.h"

// Events: display and touch. See record/events.h.

namespace uketsuke::record {

/// A button on the screen: its function and its label.
struct ButtonShown {
  Button button{};
  Text label;
};

struct ScreenShown {
  static constexpr std::string_view kKind = "screen_shown";
  Screen screen{};
  Text title;
  Text text;
  std::vector<ButtonShown> buttons;
  std::string code;  ///< the error number shown, `006`; empty if there is none
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("screen", self.screen);
    visit("title", self.title);
    visit("text", self.text);
    visit("buttons", self.buttons);
    visit("code", self.code);
  }
};

/// A screen was not answered in time.
struct ScreenTimedOut {
  static constexpr std::string_view kKind = "screen_timed_out";
  Screen screen{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("screen", self.screen);
  }
};

struct ButtonTouched {
  static constexpr std::string_view kKind = "button_touched";
  Screen screen{};
  Button button{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("screen", self.screen);
    visit("button", self.button);
  }
};

struct Lamp {
  static constexpr std::string_view kKind = "lamp";
  LampColor color{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("color", self.color);
  }
};

/// The alarm for a card left in the reader starts or stops.
struct CardLeftAlarm {
  static constexpr std::string_view kKind = "card_left_alarm";
  bool on = false;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("on", self.on);
  }
};

}  // namespace uketsuke::record
