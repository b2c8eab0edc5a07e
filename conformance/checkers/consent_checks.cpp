// Recorded consents: only what this patient said, once, with its times.

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

/// CONSENT-09  A consent is given only by a touch of agree, agree_all or provide in the same reception.
/// Source: leaflet step 3.
class ConsentNeedsTouch : public CheckerOf<ConsentNeedsTouch, ConsentRecorded> {
 public:
  static constexpr CheckerDescription kDescription{"consent_needs_touch", {"CONSENT-09"}};
  void see(const ConsentRecorded& event, const Event& at) {
    if (!event.given) return;
    exercise();
    if (!has_agreed(context(), facts(), event.category)) {
      fail(at,
           std::string(to_name(event.category)) + " recorded as given, but nobody agreed in this reception");
    }
  }
};

/// CONSENT-10  A patient's consent never serves another patient: it belongs to the card in the slot.
class ConsentOfCardHolder : public CheckerOf<ConsentOfCardHolder, ConsentRecorded> {
 public:
  static constexpr CheckerDescription kDescription{"consent_of_card_holder", {"CONSENT-10"}};
  void see(const ConsentRecorded& event, const Event& at) {
    exercise();
    if (event.patient != facts().card) {
      fail(at, "consent recorded for " + event.patient + ", expected " + facts().card);
    }
  }
};

/// CONSENT-07  An unanswered consent screen counts as not given.
/// Source: leaflet step 3 (two explicit buttons); safe default, as the time-out is not public.
class UnansweredIsRefused
    : public CheckerOf<UnansweredIsRefused, CardInserted, ScreenTimedOut, ConsentRecorded, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"unanswered_is_refused", {"CONSENT-07"}};
  void see(const CardInserted&, const Event&) { unanswered_ = {}; }
  void see(const ScreenTimedOut& event, const Event&) {
    if (categories_of(event.screen).empty()) return;
    exercise();
    unanswered_ = unanswered_ | categories_of(event.screen);
  }
  void see(const ConsentRecorded& event, const Event& at) {
    if (event.given && unanswered_.has(event.category)) {
      fail(at, std::string(to_name(event.category)) + " recorded as given, was never answered");
    }
  }
  void see(const DataReleased& event, const Event& at) {
    const bool asked = is_sensitive(event.category) || context().rules.consent->limit == LimitPolicy::screen;
    if (asked && unanswered_.has(event.category)) {
      fail(at, std::string(to_name(event.category)) + " released, was never answered");
    }
  }

 private:
  CategorySet unanswered_;
};

/// Parses a time as in the record, `yyyyMMddHHmmss`; empty if the text is not a time.
std::optional<DateTime> parse_compact(const std::string& text) {
  if (text.size() != 14 || text.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  const auto number = [&text](std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) value = value * 10 + (text[i] - '0');
    return value;
  };
  const date::year_month_day day{date::year(number(0, 4)), date::month(static_cast<unsigned>(number(4, 2))),
                                 date::day(static_cast<unsigned>(number(6, 2)))};
  if (!day.ok() || number(8, 2) > 23 || number(10, 2) > 59 || number(12, 2) > 59) return std::nullopt;
  return date::sys_days{day} + std::chrono::hours(number(8, 2)) + std::chrono::minutes(number(10, 2)) +
         std::chrono::seconds(number(12, 2));
}

/// CONSENT-11  A given consent has both times, the second 24 hours after the first. A refused one has
/// neither.
/// Source: official portal FAQ; captures of the eligibility result.
class ConsentTimes : public CheckerOf<ConsentTimes, ConsentRecorded> {
 public:
  static constexpr CheckerDescription kDescription{"consent_times", {"CONSENT-11"}};
  void see(const ConsentRecorded& event, const Event& at) {
    exercise();
    const std::string category(to_name(event.category));
    if (!event.given) {
      if (event.consent_time || event.available_time) fail(at, category + " not given, but carries a time");
      return;
    }
    const auto from = event.consent_time ? parse_compact(*event.consent_time) : std::nullopt;
    const auto until = event.available_time ? parse_compact(*event.available_time) : std::nullopt;
    if (!from || !until) {
      fail(at, category + " given, expected consent_time and available_time (yyyyMMddHHmmss), was not both");
    } else if (*until - *from != std::chrono::hours(24)) {
      fail(at, category + " given, expected available_time " +
                   format_compact(*from + std::chrono::hours(24)) + ", was " + *event.available_time);
    }
  }
};

/// CONSENT-12  The consents of one reception are stored with one time. A consent asked for after completion
/// (the limit, before 2024-10-07) has its own time.
class ConsentTimesEqual : public CheckerOf<ConsentTimesEqual, CardInserted, ConsentRecorded> {
 public:
  static constexpr CheckerDescription kDescription{"consent_times_equal", {"CONSENT-12"}};
  void see(const CardInserted&, const Event&) { first_.reset(); }
  void see(const ConsentRecorded& event, const Event& at) {
    if (!is_sensitive(event.category) || !event.consent_time || facts().completed) return;
    if (!first_) {
      first_ = event.consent_time;
      return;
    }
    exercise();
    if (*first_ != *event.consent_time) {
      fail(at, std::string(to_name(event.category)) + ": expected consent_time " + *first_ + ", was " +
                   *event.consent_time);
    }
  }

 private:
  std::optional<std::string> first_;
};

/// CONSENT-08  Each category asked for is recorded exactly once.
/// Source: consent flags of the eligibility result.
class AskedIsRecordedOnce
    : public CheckerOf<AskedIsRecordedOnce, CardInserted, ScreenShown, ConsentRecorded> {
 public:
  static constexpr CheckerDescription kDescription{"asked_is_recorded_once", {"CONSENT-08"}};
  void see(const CardInserted&, const Event&) { asked_ = {}; }
  void see(const ScreenShown& event, const Event&) {
    if (asks_consent(event.screen)) asked_ = asked_ | (categories_of(event.screen) & context().asks);
    if (event.screen == Screen::specific_disease && !facts().completed)
      asked_ = asked_ | categories_of(event.screen);
  }
  void see(const ConsentRecorded& event, const Event& at) {
    exercise();
    if (facts().recorded.has(event.category))
      fail(at, std::string(to_name(event.category)) + " recorded twice");
  }
  void ended(Duration time) override {
    if (!facts().completed) return;
    for (const auto& [category, name] : enum_names(Category{})) {
      if (asked_.has(category) && !facts().recorded.has(category)) {
        fail_missing(time, "expected a recorded consent for " + std::string(name) + ", was none");
      }
    }
  }

 private:
  CategorySet asked_;
};

/// CONSENT-05  A category that the site does not ask for has no screen, no consent and no release.
/// Source: site settings of the reader.
class OnlyAskedCategories
    : public CheckerOf<OnlyAskedCategories, ScreenShown, ConsentRecorded, DataReleased, ReceptionCompleted> {
 public:
  static constexpr CheckerDescription kDescription{"only_asked_categories", {"CONSENT-05"}};
  void see(const ScreenShown& event, const Event& at) {
    if (asks_consent(event.screen) && (categories_of(event.screen) & context().asks).empty()) {
      fail(at, "screen " + std::string(to_name(event.screen)) + " shown, but the site does not ask for it");
    }
  }
  void see(const ConsentRecorded& event, const Event& at) { must_be_asked(event.category, "recorded", at); }
  void see(const DataReleased& event, const Event& at) { must_be_asked(event.category, "released", at); }
  void see(const ReceptionCompleted&, const Event&) {
    if ((context().asks & kMedicalCategories) != kMedicalCategories) exercise();
  }

 private:
  void must_be_asked(Category category, const char* what, const Event& at) {
    const bool asked = !is_medical(category) || context().asks.has(category);
    if (!asked) {
      fail(at, std::string(to_name(category)) + " " + what + ", but the site does not ask for it");
    }
  }
};

}  // namespace

void add_consent_checkers(CheckerList& checkers) {
  add<ConsentNeedsTouch, ConsentOfCardHolder, UnansweredIsRefused, ConsentTimes, ConsentTimesEqual,
      AskedIsRecordedOnce, OnlyAskedCategories>(checkers);
}

}  // namespace uketsuke::conformance
