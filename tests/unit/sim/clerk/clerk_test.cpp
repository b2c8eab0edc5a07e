#include "sim/clerk/clerk.h"

#include <gmock/gmock.h>

#include "kernel/main.h"
#include "kernel/time.h"
#include "tests/unit/payloads.h"
#include "tests/unit/sim/patient/fake_reader.h"

namespace uketsuke::sim {
namespace clerk_test {

using testing::ElementsAre;

struct Counter {
  record::Record record{{"case", "test", DateTime(*parse_date("2025-01-10")) + std::chrono::hours(9), 0}};
  DeskRules rules = load_desk_rules("sim/clerk/desk_rules.yaml");
  FakeReader reader;
  Clerk clerk{"clerk", rules, record};

  Counter() {
    record.set_clock([] { return sc_now(); });
    clerk.terminal.bind(reader);
  }
};

void at_counter(const std::function<void(Counter&)>& act) {
  in_systemc([&] {
    Counter counter;
    sc_core::sc_start(sc_core::SC_ZERO_TIME);
    act(counter);
  });
}

TEST(Clerk, WorksTheReadersTerminal) {
  at_counter([](Counter& counter) {
    counter.clerk.set_staff_mode(record::StaffMode::visual_check);
    counter.clerk.decide_visual_check(false);
    EXPECT_THAT(counter.reader.log, ElementsAre("0 mode visual_check", "0 another person"));
  });
}

TEST(Clerk, TakesFiveSecondsToReadAPaper) {
  at_counter([](Counter& counter) {
    counter.clerk.take({record::Certificate::eligibility_certificate, parse_date("2025-07-31"), false});
    sc_core::sc_start(to_sc_time(std::chrono::milliseconds(4999)));
    EXPECT_TRUE(payloads<record::DeskDecided>(counter.record).empty());
    sc_core::sc_start(to_sc_time(std::chrono::milliseconds(2)));
    ASSERT_EQ(payloads<record::DeskDecided>(counter.record).size(), 1u);
    EXPECT_EQ(payloads<record::DeskDecided>(counter.record)[0].decision, record::DeskDecision::accept);
  });
}

TEST(Clerk, ReadsPapersOneAfterTheOther) {
  at_counter([](Counter& counter) {
    counter.clerk.take({record::Certificate::eligibility_certificate, parse_date("2025-07-31"), false});
    counter.clerk.take({record::Certificate::eligibility_certificate, parse_date("2024-12-31"), false});
    sc_core::sc_start(to_sc_time(std::chrono::seconds(20)));
    const auto decided = payloads<record::DeskDecided>(counter.record);
    ASSERT_EQ(decided.size(), 2u);
    EXPECT_EQ(decided[0].decision, record::DeskDecision::accept);
    EXPECT_NE(decided[1].decision, record::DeskDecision::accept);
    EXPECT_EQ(counter.record.events().back().time, std::chrono::seconds(10));
  });
}

}  // namespace clerk_test
}  // namespace uketsuke::sim
