#include "conformance/director/view.h"

#include <algorithm>

namespace uketsuke::conformance {

const View::Seen& View::now() {
  const auto& events = record_.events();
  while (next_ < events.size()) see(events[next_++]);
  return seen_;
}

const std::optional<record::ScreenShown>& View::screen() { return now().screen; }

bool View::shows(record::Screen screen) {
  const auto& up = now().screen;
  return up && up->screen == screen;
}

bool View::offers(record::Button button) {
  const auto& up = now().screen;
  return up && std::any_of(up->buttons.begin(), up->buttons.end(),
                           [&](const record::ButtonShown& shown) { return shown.button == button; });
}

void View::see(const record::Event& event) {
  if (const auto* shown = record::as<record::ScreenShown>(event)) seen_.screen = *shown;
  if (const auto* alarm = record::as<record::CardLeftAlarm>(event)) seen_.alarm = alarm->on;
  if (record::as<record::CardInserted>(event) != nullptr) {
    seen_.card_in = true;
    seen_.idle = false;
    seen_.aborted = false;
    seen_.by_phone = false;
  }
  const auto* touch = record::as<record::ButtonTouched>(event);
  if (touch != nullptr && touch->screen == record::Screen::idle) {  // a phone instead of a card
    seen_.idle = false;
    seen_.aborted = false;
    seen_.by_phone = true;
  }
  if (record::as<record::CardRemoved>(event) != nullptr) seen_.card_in = false;
  if (record::as<record::ReaderIdle>(event) != nullptr) seen_.idle = true;
  if (record::as<record::ReceptionAborted>(event) != nullptr) seen_.aborted = true;
}

}  // namespace uketsuke::conformance
