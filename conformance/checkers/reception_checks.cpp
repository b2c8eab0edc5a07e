// The course of a reception up to its end.

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

/// FLOW-06  A reception has exactly one outcome.
class OneOutcome : public CheckerOf<OneOutcome, ReceptionCompleted, ReceptionAborted, ReaderIdle> {
 public:
  static constexpr CheckerDescription kDescription{"one_outcome", {"FLOW-06"}};
  void see(const ReceptionCompleted&, const Event& at) { second("completed", at); }
  void see(const ReceptionAborted& event, const Event& at) {
    second("aborted (" + std::string(to_name(event.reason)) + ")", at);
  }
  void see(const ReaderIdle&, const Event& at) {
    if (!facts().open) return;
    exercise();
    if (!facts().completed && !facts().aborted)
      fail(at, "idle, but the reception neither completed nor was aborted");
  }

 private:
  void second(const std::string& what, const Event& at) {
    exercise();
    if (facts().completed || facts().aborted) {
      fail(at, "reception " + what + ", but it had already " +
                   (facts().completed ? "completed" : "been aborted"));
    }
  }
};

/// FLOW-07  A completed reception shows the completion screen.
/// Source: leaflet step 4.
class CompletionIsShown : public CheckerOf<CompletionIsShown, CardInserted, ScreenShown, ReceptionCompleted> {
 public:
  static constexpr CheckerDescription kDescription{"completion_is_shown", {"FLOW-07"}};
  void see(const CardInserted&, const Event&) { expected_ = shown_ = false; }
  void see(const ReceptionCompleted&, const Event&) {
    expected_ = facts().card_in || facts().by_phone;  // not needed if the card has already been taken
    if (expected_) exercise();
  }
  void see(const ScreenShown& event, const Event&) { shown_ = shown_ || event.screen == Screen::done; }
  void ended(Duration time) override {
    if (expected_ && !shown_) fail_missing(time, "expected the screen done after completion, was not shown");
    expected_ = false;
  }

 private:
  bool expected_ = false;
  bool shown_ = false;
};

/// FLOW-10  Every reception ends in idle once the card is taken.
class EndsInIdle : public CheckerOf<EndsInIdle, CardInserted, CardRemoved, ReaderIdle> {
 public:
  static constexpr CheckerDescription kDescription{"ends_in_idle", {"FLOW-10"}};
  void see(const CardInserted&, const Event& at) {
    if (taken_) fail(at, "the next card is in, but the reader was not idle after the last one");
    taken_ = false;
  }
  void see(const CardRemoved&, const Event&) { taken_ = facts().open; }
  void see(const ReaderIdle&, const Event&) {
    if (taken_) exercise();
    taken_ = false;
  }
  void finish(Duration time) override {
    if (taken_) fail_missing(time, "expected reader_idle after the card was taken, was none");
  }

 private:
  bool taken_ = false;
};

/// FLOW-08  A card taken before completion has begun aborts the reception. Completion cannot have begun while
/// a question is open, or before the insurance is known.
class EarlyRemovalAborts
    : public CheckerOf<EarlyRemovalAborts, CardInserted, CardRemoved, ReceptionCompleted> {
 public:
  static constexpr CheckerDescription kDescription{"early_removal_aborts", {"FLOW-08"}};
  void see(const CardInserted&, const Event&) { early_ = false; }
  void see(const CardRemoved&, const Event&) {
    if (facts().completed || facts().aborted) return;
    const bool open_question = facts().screen && asks_sensitive(*facts().screen) && !facts().screen_answered;
    early_ = !facts().validity || open_question;
    if (early_) exercise();
  }
  void see(const ReceptionCompleted&, const Event& at) {
    if (early_) fail(at, "reception completed, but the card was taken before all was answered");
  }

 private:
  bool early_ = false;
};

/// FLOW-11  A card taken during or after completion leaves the reception complete.
/// Source: MHLW 医療保険部会 175th.
class RemovalKeepsCompletion : public CheckerOf<RemovalKeepsCompletion, CardInserted, CardRemoved,
                                                ReceptionCompleted, ReceptionAborted> {
 public:
  static constexpr CheckerDescription kDescription{"removal_keeps_completion", {"FLOW-11"}};
  void see(const CardInserted&, const Event&) { taken_ = false; }
  void see(const CardRemoved&, const Event&) {
    taken_ = true;
    if (facts().completed) exercise();
  }
  void see(const ReceptionCompleted&, const Event&) {
    if (taken_) exercise();
  }
  void see(const ReceptionAborted&, const Event& at) {
    if (taken_ && facts().completed)
      fail(at, "aborted when the card was taken, but the reception was complete");
  }

 private:
  bool taken_ = false;
};

/// FLOW-09  An unanswered question up to registration aborts the reception.
/// The certificate notice is not a question: it goes on by itself.
class UnansweredQuestionAborts : public CheckerOf<UnansweredQuestionAborts, CardInserted, ScreenTimedOut,
                                                  IdentityConfirmed, EligibilityAnswered> {
 public:
  static constexpr CheckerDescription kDescription{"unanswered_question_aborts", {"FLOW-09"}};
  void see(const CardInserted&, const Event&) { unanswered_.reset(); }
  void see(const ScreenTimedOut& event, const Event&) {
    if (!is_question(event.screen)) return;
    unanswered_ = event.screen;
    exercise();
  }
  void see(const IdentityConfirmed&, const Event& at) { must_have_ended(at); }
  void see(const EligibilityAnswered&, const Event& at) { must_have_ended(at); }
  void ended(Duration time) override {
    if (unanswered_ && !facts().aborted) {
      fail_missing(time,
                   "expected an abort after " + std::string(to_name(*unanswered_)) + " timed out, was none");
    }
    unanswered_.reset();
  }

 private:
  std::optional<Screen> unanswered_;

  static bool is_question(Screen screen) {
    switch (screen) {
      case Screen::choose_method:
      case Screen::face_failed:
      case Screen::enter_pin:
      case Screen::pin_wrong:
      case Screen::pin_locked:
      case Screen::visual_check:
      case Screen::registration:
      case Screen::phone_kind:
      case Screen::hold_phone:
      case Screen::phone_failed:
        return true;
      default:
        return false;
    }
  }
  void must_have_ended(const Event& at) {
    if (unanswered_) fail(at, "goes on after " + std::string(to_name(*unanswered_)) + " timed out");
  }
};

/// READ-02, READ-03  Error number of an unusable card. Source: public help page.
class CardErrorCode : public CheckerOf<CardErrorCode, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"card_error_code", {"READ-02", "READ-03"}};
  void see(const ScreenShown& event, const Event& at) {
    if (event.screen == Screen::card_not_recognised) must_be("001", event, at, "READ-02");
    if (event.screen == Screen::not_my_number_card) must_be("002", event, at, "READ-03");
  }

 private:
  void must_be(const char* code, const ScreenShown& event, const Event& at, std::string_view requirement) {
    exercise(requirement);
    if (event.code != code) {
      fail(at,
           "expected error " + std::string(code) + " on " + std::string(to_name(event.screen)) + ", was \"" +
               event.code + "\"",
           requirement);
    }
  }
};

/// READ-04  For an unknown or foreign card neither identification nor a request takes place.
class UnknownCardGoesNoFurther
    : public CheckerOf<UnknownCardGoesNoFurther, CardInserted, CardRead, ReceptionAborted, PinEntered,
                       PhotoRead, FrameCaptured, IdentityConfirmed, CertificateChecked> {
 public:
  static constexpr CheckerDescription kDescription{"unknown_card_goes_no_further", {"READ-04"}};
  void see(const CardInserted&, const Event&) { unknown_ = false; }
  void see(const CardRead& event, const Event&) {
    unknown_ = event.card_kind != CardKind::individual_number;
    if (unknown_) exercise();
  }
  void see(const ReceptionAborted& event, const Event&) {
    if (event.reason != AbortReason::card_not_recognised) return;
    unknown_ = true;
    exercise();
  }
  template <class Identification>
  void see(const Identification&, const Event& at) {
    if (unknown_) fail(at, std::string(kind_of(at)) + " with a card that is no My Number Card");
  }

 private:
  bool unknown_ = false;
};

}  // namespace

void add_reception_checkers(CheckerList& checkers) {
  add<OneOutcome, CompletionIsShown, EndsInIdle, EarlyRemovalAborts, RemovalKeepsCompletion,
      UnansweredQuestionAborts, CardErrorCode, UnknownCardGoesNoFurther>(checkers);
}

}  // namespace uketsuke::conformance
