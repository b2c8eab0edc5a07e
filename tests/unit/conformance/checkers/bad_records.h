#pragma once

#include <gmock/gmock.h>

#include "tests/unit/conformance/judge/story.h"

namespace uketsuke::conformance::test {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

inline constexpr Category kMedicines = Category::pharmacists_info;
inline constexpr Category kCheckups = Category::specific_health_checkups_info;
inline constexpr Category kLimit = Category::limit_application_certificate;

/// Identified by face, insured, at the first consent screen from 2024-10-07.
inline Story at_consent_all() {
  return Story().start().by_face().service().screen(Screen::consent_all,
                                                    {Button::agree_all, Button::individually});
}

/// The leaflet's new flow up to its end.
inline Story new_flow() {
  return at_consent_all().touch(Button::agree_all).complete(kAsked, kAsked, true).take_card();
}

/// The leaflet's old flow, complete, at the limit screen.
inline Story at_limit() {
  return Story()
      .start()
      .by_face()
      .service()
      .screen(Screen::consent_medicines, {Button::agree, Button::refuse})
      .touch(Button::agree)
      .screen(Screen::consent_health_checkups, {Button::agree, Button::refuse})
      .touch(Button::refuse)
      .complete(kAsked, {kMedicines}, false)
      .wait(seconds(3))
      .screen(Screen::limit, {Button::provide, Button::do_not_provide});
}

}  // namespace uketsuke::conformance::test
