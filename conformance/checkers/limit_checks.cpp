// Limit information (限度額適用認定証情報): asked for until 2024-10-06, provided without asking from
// 2024-10-07.

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

constexpr Category kLimit = Category::limit_application_certificate;

bool by_screen(const CheckerContext& context) { return context.rules.consent->limit == LimitPolicy::screen; }

/// LIMIT-03  From 2024-10-07 the limit screen is not shown.
/// Source: leaflet, reform box.
class NoLimitScreenAfterReform : public CheckerOf<NoLimitScreenAfterReform, ScreenShown, ReceptionCompleted> {
 public:
  static constexpr CheckerDescription kDescription{"no_limit_screen_after_reform", {"LIMIT-03"}};
  void see(const ReceptionCompleted&, const Event&) {
    if (!by_screen(context())) exercise();
  }
  void see(const ScreenShown& event, const Event& at) {
    if (event.screen == Screen::limit && !by_screen(context())) {
      fail(at, "the limit screen, which is not shown from 2024-10-07");
    }
  }
};

/// LIMIT-04  From 2024-10-07 a completed reception provides the limit information without asking.
/// Source: leaflet, reform box.
class LimitGivenWithoutQuestion : public CheckerOf<LimitGivenWithoutQuestion> {
 public:
  static constexpr CheckerDescription kDescription{"limit_given_without_question", {"LIMIT-04"}};
  void ended(Duration time) override {
    if (by_screen(context()) || !facts().completed) return;
    exercise();
    if (!facts().released.has(kLimit)) {
      fail_missing(time, "expected limit information provided with completion, was not provided");
    }
  }
};

/// LIMIT-05  Until 2024-10-06 the limit information is provided only after a touch of provide.
/// Source: leaflet step 4.
class LimitNeedsProvide : public CheckerOf<LimitNeedsProvide, ScreenShown, ConsentRecorded, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"limit_needs_provide", {"LIMIT-05"}};
  void see(const ScreenShown& event, const Event&) {
    if (event.screen == Screen::limit && by_screen(context())) exercise();
  }
  void see(const ConsentRecorded& event, const Event& at) {
    if (event.given) must_be_provided(event.category, "recorded as given", at);
  }
  void see(const DataReleased& event, const Event& at) { must_be_provided(event.category, "released", at); }

 private:
  void must_be_provided(Category category, const char* what, const Event& at) {
    if (category != kLimit || !by_screen(context()) || facts().agreed.has(kLimit)) return;
    fail(at, std::string("limit information ") + what + ", but provide was not touched");
  }
};

/// LIMIT-01  Until 2024-10-06 the limit screen follows the completed reception while the card is in.
/// Source: leaflet step 4. The delay is a parameter.
class LimitScreenAfterCompletion
    : public CheckerOf<LimitScreenAfterCompletion, CardInserted, ScreenShown, CardRemoved> {
 public:
  static constexpr CheckerDescription kDescription{"limit_screen_after_completion", {"LIMIT-01"}};
  void see(const CardInserted&, const Event&) { shown_ = judged_ = false; }
  void see(const ScreenShown& event, const Event& at) {
    if (event.screen != Screen::limit || !by_screen(context())) return;
    shown_ = true;
    exercise();
    if (!facts().completed) fail(at, "the limit screen before the reception was complete");
  }
  void see(const CardRemoved&, const Event& at) { was_due(at.time); }
  void ended(Duration time) override {
    if (facts().card_in) was_due(time);
  }

 private:
  bool shown_ = false;
  bool judged_ = false;

  void was_due(Duration time) {
    if (judged_ || shown_ || !by_screen(context()) || !facts().completed) return;
    judged_ = true;
    const auto& parameters = *context().rules.parameters;
    if (time - facts().outcome_time <= parameters.done_before_limit + parameters.tolerance) return;
    fail_missing(time, "expected the limit screen after completion, was not shown");
  }
};

/// LIMIT-02  If the card is taken before an answer, the limit information is not provided.
/// Source: MHLW 医療保険部会 175th.
class LimitMissed : public CheckerOf<LimitMissed, CardInserted, CardRemoved, ConsentRecorded, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"limit_missed", {"LIMIT-02"}};
  void see(const CardInserted&, const Event&) { missed_ = false; }
  void see(const CardRemoved&, const Event&) {
    const bool asking = facts().screen == Screen::limit && !facts().screen_answered;
    missed_ = by_screen(context()) && facts().completed && (asking || facts().screen == Screen::done);
    if (missed_) exercise();
  }
  void see(const ConsentRecorded& event, const Event& at) { must_be_missed(event.category, "recorded", at); }
  void see(const DataReleased& event, const Event& at) { must_be_missed(event.category, "released", at); }

 private:
  bool missed_ = false;

  void must_be_missed(Category category, const char* what, const Event& at) {
    if (!missed_ || category != kLimit) return;
    fail(at, std::string("limit information ") + what + ", but the card was taken before an answer");
  }
};

}  // namespace

void add_limit_checkers(CheckerList& checkers) {
  add<NoLimitScreenAfterReform, LimitGivenWithoutQuestion, LimitNeedsProvide, LimitScreenAfterCompletion,
      LimitMissed>(checkers);
}

}  // namespace uketsuke::conformance
