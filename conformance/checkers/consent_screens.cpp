// Which consent screens are shown, when, and in what order.

#include <algorithm>

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

bool asks_one_category(Screen screen) { return asks_consent(screen) && screen != Screen::consent_all; }

/// FLOW-05  No consent is asked for before identity and eligibility are confirmed.
/// Source: leaflet steps 2 and 3.
class QuestionNeedsIdentity : public CheckerOf<QuestionNeedsIdentity, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"question_needs_identity", {"FLOW-05"}};
  void see(const ScreenShown& event, const Event& at) {
    if (!asks_sensitive(event.screen) && event.screen != Screen::limit) return;
    exercise();
    const std::string name(to_name(event.screen));
    if (!facts().identity) {
      fail(at, "screen " + name + " before identity was confirmed");
    } else if (!facts().validity) {
      fail(at, "screen " + name + " before eligibility was answered");
    }
  }
};

/// CONSENT-01, CONSENT-02  Until 2024-10-06 one screen per category; from 2024-10-07 first a choice between
/// all at once and one by one. Source: leaflet, reform box.
class FirstConsentScreen : public CheckerOf<FirstConsentScreen, CardInserted, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"first_consent_screen", {"CONSENT-01", "CONSENT-02"}};
  void see(const CardInserted&, const Event&) { seen_ = false; }
  void see(const ScreenShown& event, const Event& at) {
    if (!asks_consent(event.screen)) return;
    const bool all = event.screen == Screen::consent_all;
    if (context().rules.consent->first_screen == FirstScreen::each_category) {
      exercise("CONSENT-01");
      if (all) fail(at, "screen consent_all, which is not in use before 2024-10-07", "CONSENT-01");
    } else if (!seen_) {
      exercise("CONSENT-02");
      if (!all) {
        fail(at, "expected the screen consent_all first, was " + std::string(to_name(event.screen)),
             "CONSENT-02");
      }
    }
    seen_ = true;
  }

 private:
  bool seen_ = false;
};

/// CONSENT-03  Agreeing to all gives consent to every category, without further screens.
class AgreeAllGivesAll
    : public CheckerOf<AgreeAllGivesAll, CardInserted, ButtonTouched, ScreenShown, ConsentRecorded> {
 public:
  static constexpr CheckerDescription kDescription{"agree_all_gives_all", {"CONSENT-03"}};
  void see(const CardInserted&, const Event&) { agreed_ = false; }
  void see(const ButtonTouched& event, const Event&) {
    if (event.button != Button::agree_all || event.screen != Screen::consent_all) return;
    agreed_ = true;
    exercise();
  }
  void see(const ScreenShown& event, const Event& at) {
    if (agreed_ && asks_one_category(event.screen)) {
      fail(at, "screen " + std::string(to_name(event.screen)) + " after agreeing to all");
    }
  }
  void see(const ConsentRecorded& event, const Event& at) {
    if (agreed_ && !event.given && is_medical(event.category)) {
      fail(at, std::string(to_name(event.category)) + " recorded as not given after agreeing to all");
    }
  }

 private:
  bool agreed_ = false;
};

/// CONSENT-04  Choosing one by one leads to every screen of the earlier flow that the site asks for.
class IndividuallyAsksEach
    : public CheckerOf<IndividuallyAsksEach, CardInserted, ButtonTouched, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"individually_asks_each", {"CONSENT-04"}};
  void see(const CardInserted&, const Event&) {
    chosen_ = false;
    asked_ = {};
  }
  void see(const ButtonTouched& event, const Event&) {
    if (event.button != Button::individually) return;
    chosen_ = true;
    exercise();
  }
  void see(const ScreenShown& event, const Event&) {
    if (asks_one_category(event.screen)) asked_ = asked_ | categories_of(event.screen);
  }
  void ended(Duration time) override {
    if (!chosen_ || !facts().completed) return;
    for (const auto& [category, name] : enum_names(Category{})) {
      if (is_medical(category) && context().asks.has(category) && !asked_.has(category)) {
        fail_missing(time,
                     "expected a screen for " + std::string(name) + " after choosing one by one, was none");
      }
    }
  }

 private:
  bool chosen_ = false;
  CategorySet asked_;
};

/// CONSENT-06  Consent screens are shown in the set order, which is a parameter.
class ConsentScreenOrder : public CheckerOf<ConsentScreenOrder, CardInserted, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"consent_screen_order", {"CONSENT-06"}};
  void see(const CardInserted&, const Event&) { last_ = -1; }
  void see(const ScreenShown& event, const Event& at) {
    if (!asks_one_category(event.screen)) return;
    const auto& order = context().rules.parameters->consent_screen_order;
    const int place = static_cast<int>(std::find(order.begin(), order.end(), event.screen) - order.begin());
    if (last_ >= 0) exercise();
    if (place <= last_) {
      fail(at, "screen " + std::string(to_name(event.screen)) + " after " +
                   std::string(to_name(order[static_cast<std::size_t>(last_)])));
    }
    last_ = place;
  }

 private:
  int last_ = -1;
};

}  // namespace

void add_consent_screen_checkers(CheckerList& checkers) {
  add<QuestionNeedsIdentity, FirstConsentScreen, AgreeAllGivesAll, IndividuallyAsksEach, ConsentScreenOrder>(
      checkers);
}

}  // namespace uketsuke::conformance
