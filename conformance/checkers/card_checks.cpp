// The card in the slot: left behind, or taken.

#include <fmt/format.h>

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

/// The time at which a reception began to wait only for the card to be taken; step 13 of
/// docs/reception-flow.md.
class WaitsForCard {
 public:
  void reset() { since_.reset(); }
  void outcome(Duration time, bool limit_screen_to_come) {
    if (!limit_screen_to_come) since_ = time;
  }
  void see(const ScreenShown& event, Duration time) {
    if (event.screen == Screen::take_card && !since_) since_ = time;
  }
  std::optional<Duration> since() const { return since_; }

 private:
  std::optional<Duration> since_;
};

/// Common part of the three checkers of the card-left alarm: knows since when the card should have been
/// taken.
template <class Derived, class... Kinds>
class AlarmChecker : public CheckerOf<Derived, CardInserted, ScreenShown, ReceptionCompleted,
                                      ReceptionAborted, CardRemoved, CardLeftAlarm, Kinds...> {
 public:
  void see(const CardInserted&, const Event&) {
    waits_.reset();
    alarm_ = false;
    self().begin();
  }
  void see(const ScreenShown& event, const Event& at) {
    self().moment(at.time);
    waits_.see(event, at.time);
  }
  void see(const ReceptionCompleted&, const Event& at) {
    if (this->facts().by_phone) return;  // there is no card to wait for
    waits_.outcome(at.time, this->context().rules.consent->limit == LimitPolicy::screen);
  }
  void see(const ReceptionAborted&, const Event& at) {
    if (!this->facts().by_phone) waits_.outcome(at.time, false);
  }
  void see(const CardRemoved&, const Event& at) {
    self().moment(at.time);
    self().taken(at);
    waits_.reset();
  }
  void see(const CardLeftAlarm& event, const Event& at) {
    self().alarm(event.on, at);
    alarm_ = event.on;
  }

  // Default handlers; a checker defines only those that it needs.
  void begin() {}
  void moment(Duration) {}
  void taken(const Event&) {}

 protected:
  std::optional<Duration> waits_since() const { return waits_.since(); }
  bool alarm_is_on() const { return alarm_; }
  const Parameters& parameters() const { return *this->context().rules.parameters; }

 private:
  WaitsForCard waits_;
  bool alarm_ = false;

  Derived& self() { return static_cast<Derived&>(*this); }
};

/// CARD-01  A card left in the slot raises the alarm after the set time, which is a parameter.
class CardLeftAlarmComes : public AlarmChecker<CardLeftAlarmComes> {
 public:
  static constexpr CheckerDescription kDescription{"card_left_alarm", {"CARD-01"}};
  void begin() { done_ = false; }
  void alarm(bool on, const Event& at) {
    if (on) {
      moment(at.time);
      exercise();
      done_ = true;
    }
  }
  void moment(Duration time) {
    if (done_ || !waits_since()) return;
    const Duration left = time - *waits_since();
    if (left <= parameters().card_left_after + parameters().tolerance) return;
    done_ = true;
    fail_missing(time, fmt::format("expected the card-left alarm {} after the end, was none for {}",
                                   format_duration(parameters().card_left_after), format_duration(left)));
  }
  void finish(Duration time) override {
    if (facts().card_in) moment(time);
  }

 private:
  bool done_ = false;
};

/// CARD-02  The alarm stops when the card is taken.
class CardLeftAlarmEnds : public AlarmChecker<CardLeftAlarmEnds> {
 public:
  static constexpr CheckerDescription kDescription{"card_left_alarm_ends", {"CARD-02"}};
  void alarm(bool on, const Event& at) {
    if (on) return;
    exercise();
    if (facts().card_in) fail(at, "the card-left alarm went off with the card still in");
    expected_ = false;
  }
  void taken(const Event&) { expected_ = alarm_is_on(); }
  void ended(Duration time) override {
    if (expected_) fail_missing(time, "expected the card-left alarm off after the card was taken, was on");
    expected_ = false;
  }

 private:
  bool expected_ = false;
};

/// CARD-03  The alarm does not sound before the reception is over and the set time has passed.
class CardLeftAlarmNotEarly : public AlarmChecker<CardLeftAlarmNotEarly> {
 public:
  static constexpr CheckerDescription kDescription{"card_left_alarm_not_early", {"CARD-03"}};
  void alarm(bool on, const Event& at) {
    if (!on) return;
    exercise();
    if (!waits_since()) {
      fail(at, "the card-left alarm, but the reception is not over or the card is out");
    } else if (at.time - *waits_since() < parameters().card_left_after - parameters().tolerance) {
      fail(at, fmt::format("expected the card-left alarm {} after the end, was after {}",
                           format_duration(parameters().card_left_after),
                           format_duration(at.time - *waits_since())));
    }
  }
};

/// CARD-04  No command is sent to the chip after the card was taken.
/// Source: ISO/IEC 14443-2. A command in progress at that moment ends without a status word.
class NoApduAfterRemoval : public CheckerOf<NoApduAfterRemoval, CardInserted, CardRemoved, Apdu> {
 public:
  static constexpr CheckerDescription kDescription{"no_apdu_after_removal", {"CARD-04"}};
  void see(const CardInserted&, const Event&) {
    taken_ = false;
    any_ = false;
  }
  void begins_by_phone(const Event&) override {}  // a removed card stays removed
  void see(const CardRemoved&, const Event&) {
    taken_ = true;
    under_way_allowed_ = true;
    if (any_) exercise();
  }
  void see(const Apdu& event, const Event& at) {
    any_ = true;
    if (!taken_) return;
    if (event.status.empty() && under_way_allowed_) {
      under_way_allowed_ = false;
      return;
    }
    fail(at, event.name + " after the card was taken");
  }

 private:
  bool taken_ = false;
  bool any_ = false;
  bool under_way_allowed_ = false;
};

}  // namespace

void add_card_checkers(CheckerList& checkers) {
  add<CardLeftAlarmComes, CardLeftAlarmEnds, CardLeftAlarmNotEarly, NoApduAfterRemoval>(checkers);
}

}  // namespace uketsuke::conformance
