#include "base/process/isolated.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <map>
#include <set>
#include <stdexcept>

namespace uketsuke::process {
namespace isolated_test {

using ::testing::ElementsAre;

const std::atomic<bool> kNever{false};

std::size_t in_order(std::size_t turn) { return turn; }

std::map<std::size_t, Outcome> run(std::size_t count, const IsolationLimits& limits,
                                   const std::function<void(std::size_t, Outbox&)>& job) {
  std::map<std::size_t, Outcome> outcomes;
  run_isolated(
      count, in_order, limits, job,
      [&](Outcome&& outcome) {
        const std::size_t index = outcome.index;
        EXPECT_TRUE(outcomes.emplace(index, std::move(outcome)).second) << "twice: " << index;
      },
      kNever);
  return outcomes;
}

IsolationLimits lanes(int count) {
  IsolationLimits limits;
  limits.lanes = count;
  return limits;
}

class IsolatedOnLanes : public ::testing::TestWithParam<int> {};

TEST_P(IsolatedOnLanes, EveryJobRunsOnceAndBringsWhatItWrote) {
  const auto outcomes = run(50, lanes(GetParam()), [](std::size_t index, Outbox& outbox) {
    outbox.write_record("one\n");
    outbox.write_record("two\n");
    outbox.write_result(std::to_string(index));
  });
  ASSERT_EQ(outcomes.size(), 50U);
  for (const auto& [index, outcome] : outcomes) {
    EXPECT_TRUE(outcome.complete);
    EXPECT_EQ(outcome.result, std::to_string(index));
    EXPECT_EQ(outcome.record, "one\ntwo\n");
  }
}

INSTANTIATE_TEST_SUITE_P(Lanes, IsolatedOnLanes, ::testing::Values(1, 2, 5));

TEST(Isolated, WhatAJobChangesIsItsOwn) {
  int here = 0;
  const auto outcomes =
      run(3, lanes(1), [&](std::size_t, Outbox& outbox) { outbox.write_result(std::to_string(++here)); });
  EXPECT_EQ(here, 0);
  for (const auto& [index, outcome] : outcomes) EXPECT_EQ(outcome.result, "1");
}

TEST(Isolated, CrashKeepsTheRecordAndTheOtherJobs) {
  const auto outcomes = run(3, lanes(1), [](std::size_t index, Outbox& outbox) {
    outbox.write_record("before\n");
    if (index == 1) ::raise(SIGKILL);
    outbox.write_result("done");
  });
  EXPECT_TRUE(outcomes.at(0).complete);
  EXPECT_FALSE(outcomes.at(1).complete);
  EXPECT_EQ(outcomes.at(1).signal, SIGKILL);
  EXPECT_EQ(outcomes.at(1).record, "before\n");
  EXPECT_EQ(outcomes.at(1).result, "");
  EXPECT_TRUE(outcomes.at(2).complete);
}

TEST(Isolated, CrashKeepsWhatTheJobSaidItWasDoing) {
  const auto outcomes = run(2, lanes(1), [](std::size_t index, Outbox& outbox) {
    if (index == 1) return outbox.write_result("done");
    std::strcpy(outbox.note(), "analyse of face plug-in ./libmine.so");
    ::raise(SIGSEGV);
  });
  EXPECT_EQ(outcomes.at(0).note, "analyse of face plug-in ./libmine.so");
  EXPECT_EQ(outcomes.at(1).note, "") << "the note of the job before";
}

TEST(Isolated, NoteThatFillsItsRoomIsReadNoFurther) {
  const auto outcomes = run(1, lanes(1), [](std::size_t, Outbox& outbox) {
    std::memset(outbox.note(), 'x', kNoteBytes);
    ::raise(SIGKILL);
  });
  EXPECT_EQ(outcomes.at(0).note, std::string(kNoteBytes, 'x'));
}

TEST(Isolated, EndingWithoutAResultIsNotComplete) {
  const auto outcomes = run(1, lanes(1), [](std::size_t, Outbox&) {});
  EXPECT_FALSE(outcomes.at(0).complete);
  EXPECT_EQ(outcomes.at(0).signal, 0);
}

TEST(Isolated, JobThatTakesTooLongIsEnded) {
  IsolationLimits limits = lanes(1);
  limits.seconds = 1;
  const auto outcomes = run(1, limits, [](std::size_t, Outbox& outbox) {
    for (;;) ::pause();
    outbox.write_result("never");
  });
  EXPECT_EQ(outcomes.at(0).signal, SIGALRM);
}

TEST(Isolated, RecordLargerThanItsBoxIsAnErrorInTheJob) {
  IsolationLimits limits = lanes(1);
  limits.record_bytes = 8;
  const auto outcomes = run(1, limits, [](std::size_t, Outbox& outbox) {
    try {
      outbox.write_record("nine bytes");
    } catch (const std::length_error& error) {
      outbox.write_result(error.what());
    }
  });
  EXPECT_EQ(outcomes.at(0).result, "the record is larger than 8 bytes");
}

TEST(Isolated, LargeResultsPassThroughThePipeWhole) {
  const std::string large(1 << 20, 'x');
  const auto outcomes = run(4, lanes(2), [&](std::size_t, Outbox& outbox) {
    outbox.write_record(large);
    outbox.write_result(large);
  });
  for (const auto& [index, outcome] : outcomes) EXPECT_EQ(outcome.record + outcome.result, large + large);
}

TEST(Isolated, JobsStartInTheOrderThatIsAskedFor) {
  std::vector<std::size_t> started;
  run_isolated(
      4, [](std::size_t turn) { return 3 - turn; }, lanes(1),
      [](std::size_t, Outbox& outbox) { outbox.write_result("x"); },
      [&](Outcome&& outcome) { started.push_back(outcome.index); }, kNever);
  EXPECT_THAT(started, ElementsAre(3, 2, 1, 0));
}

TEST(Isolated, AfterStopNoFurtherJobBegins) {
  std::atomic<bool> stop{false};
  std::size_t ended = 0;
  run_isolated(
      100'000, in_order, lanes(2), [](std::size_t, Outbox& outbox) { outbox.write_result("x"); },
      [&](Outcome&&) {
        if (++ended == 10) stop = true;
      },
      stop);
  EXPECT_GE(ended, 10U);
  EXPECT_LT(ended, 100'000U);
}

TEST(Isolated, FailureOfTheReceiverEndsTheLanes) {
  EXPECT_THROW(run_isolated(
                   100'000, in_order, lanes(2), [](std::size_t, Outbox& outbox) { outbox.write_result("x"); },
                   [](Outcome&&) { throw std::runtime_error("disk full"); }, kNever),
               std::runtime_error);
}

}  // namespace isolated_test
}  // namespace uketsuke::process
