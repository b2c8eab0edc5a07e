// How a patient answers the questions on the screen.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "conformance/director/step_player.h"

namespace uketsuke::conformance {

using record::Button;
using record::Screen;
using scenario::Reply;

namespace {

bool is_category(Screen screen) {
  return screen == Screen::consent_medicines || screen == Screen::consent_operations ||
         screen == Screen::consent_health_checkups;
}

/// Screens after which no consent is asked for any more.
bool is_after_consent(Screen screen) {
  return screen == Screen::specific_disease || screen == Screen::prescription_form ||
         screen == Screen::done || screen == Screen::limit || screen == Screen::take_card;
}

Button button_for(Screen screen, Reply reply) {
  const bool yes = reply == Reply::agree;
  if (screen == Screen::limit || screen == Screen::specific_disease)
    return yes ? Button::provide : Button::do_not_provide;
  if (screen == Screen::registration) return yes ? Button::enroll : Button::do_not_enroll;
  return yes ? Button::agree : Button::refuse;
}

}  // namespace

StepPlayer::Failure StepPlayer::answer_screen(Screen screen, Reply reply) {
  if (reply != Reply::nothing) {
    touch(button_for(screen, reply));
    return std::nullopt;
  }
  // Waits until the screen disappears by itself.
  device_.advance(
      [&](const record::Event& event) {
        return record::as<record::ScreenTimedOut>(event) != nullptr || view_.over();
      },
      std::chrono::minutes(10));
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::answer_consents(const std::function<std::optional<Reply>(Screen)>& reply,
                                                bool at_once) {
  const auto asked = [&] {
    const auto& screen = view_.screen();
    return screen && (screen->screen == Screen::consent_all || is_category(screen->screen));
  };
  const auto settled = [&] {
    const auto& screen = view_.screen();
    return screen && is_after_consent(screen->screen);
  };
  for (;;) {
    until_in_reception([&] { return asked() || settled(); });
    if (!asked()) return std::nullopt;
    const Screen screen = view_.screen()->screen;
    const auto shown = device_.record().events().size();
    if (screen == Screen::consent_all) {
      const auto all = reply(screen);
      if (at_once && all == Reply::agree) {
        touch(Button::agree_all);
      } else if (at_once && all == Reply::nothing) {
        answer_screen(screen, Reply::nothing);
      } else {
        touch(Button::individually);
      }
    } else {
      answer_screen(screen, reply(screen).value_or(Reply::nothing));
    }
    // The answer takes a moment: wait until this question has left the screen.
    const bool moved = until(
        [&] {
          const auto& events = device_.record().events();
          for (std::size_t i = shown; i < events.size(); ++i) {
            if (record::as<record::ScreenShown>(events[i]) != nullptr) return true;
          }
          return view_.over();
        },
        std::chrono::minutes(2));
    if (!moved) return never(fmt::format("went on after the answer to \"{}\"", to_name(screen)));
  }
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::Answer& step) {
  if (step.all) {
    return answer_consents([&](Screen) { return step.all; }, true);
  }
  std::set<Screen> open;
  for (const auto& [screen, reply] : step.each) {
    if (is_category(screen)) open.insert(screen);
  }
  if (!open.empty()) {
    const auto failure = answer_consents(
        [&](Screen screen) -> std::optional<Reply> {
          for (const auto& [asked, reply] : step.each) {
            if (asked != screen) continue;
            open.erase(screen);
            return reply;
          }
          return std::nullopt;
        },
        false);
    if (failure) return failure;
    if (!open.empty()) return never(fmt::format("showed \"{}\"", to_name(*open.begin())));
  }
  for (const auto& [screen, reply] : step.each) {
    if (is_category(screen)) continue;
    if (!until_in_reception([&, wanted = screen] { return view_.shows(wanted); })) {
      return never(fmt::format("showed \"{}\"", to_name(screen)));
    }
    if (const auto failure = answer_screen(screen, reply)) return failure;
  }
  return std::nullopt;
}

}  // namespace uketsuke::conformance
