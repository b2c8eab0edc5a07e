#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace record_order_test {

TEST(SequenceWithoutGaps, CatchesAGap) {
  Story story = new_flow();
  story.events().erase(story.events().begin() + 3);
  EXPECT_THAT(broken("sequence_without_gaps", story), ElementsAre("RECORD-01"));
}

TEST(TimeNeverBack, CatchesAClockThatJumpsBack) {
  Story story = new_flow();
  story.events()[4].time = story.events()[2].time;
  EXPECT_THAT(broken("time_never_back", story), ElementsAre("RECORD-02"));
}

TEST(EventsWithinReception, CatchesARecordOutsideAReception) {
  EXPECT_THAT(broken("events_within_reception", new_flow().record_consent(kMedicines, false)),
              ElementsAre("RECORD-03"));
}

}  // namespace record_order_test
}  // namespace uketsuke::conformance::test
