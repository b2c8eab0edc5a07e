// Order of the record itself.

#include <fmt/format.h>

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

/// A checker that receives every event.
class EveryEvent : public Checker {
 public:
  std::uint64_t kinds() const final { return ~std::uint64_t{0}; }
};

/// RECORD-01  Sequence numbers have neither gaps nor repeats.
class SequenceWithoutGaps final : public EveryEvent {
 public:
  static constexpr CheckerDescription kDescription{"sequence_without_gaps", {"RECORD-01"}};
  const CheckerDescription& description() const override { return kDescription; }
  void on(const Event& event) override {
    exercise();
    if (event.sequence != next_)
      fail(event, fmt::format("expected sequence {}, was {}", next_, event.sequence));
    next_ = event.sequence + 1;
  }

 private:
  std::uint64_t next_ = 0;
};

/// RECORD-02  Time never goes back.
class TimeNeverBack final : public EveryEvent {
 public:
  static constexpr CheckerDescription kDescription{"time_never_back", {"RECORD-02"}};
  const CheckerDescription& description() const override { return kDescription; }
  void on(const Event& event) override {
    exercise();
    if (event.time < last_) {
      fail(event,
           fmt::format("time goes back from {} to {}", format_duration(last_), format_duration(event.time)));
    }
    last_ = event.time;
  }

 private:
  Duration last_{};
};

/// RECORD-03  Events of a reception occur only between card in and idle.
class EventsWithinReception
    : public CheckerOf<EventsWithinReception, PinEntered, FaceCompared, IdentityConfirmed, IdentityRefused,
                       ConsentRecorded, DataReleased, ReceptionCompleted, ReceptionAborted> {
 public:
  static constexpr CheckerDescription kDescription{"events_within_reception", {"RECORD-03"}};
  template <class OfReception>
  void see(const OfReception&, const Event& at) {
    exercise();
    if (!facts().open) fail(at, std::string(kind_of(at)) + " outside a reception");
  }
};

}  // namespace

void add_record_checkers(CheckerList& checkers) {
  add<SequenceWithoutGaps, TimeNeverBack, EventsWithinReception>(checkers);
}

}  // namespace uketsuke::conformance
