#include "bench/accuracy/workers.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <map>
#include <stdexcept>

#include "base/error.h"

namespace uketsuke::bench {
namespace workers_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

const std::atomic<bool> kNever{false};

/// Answers `square of N`; does what a test wants first.
class Squares : public ItemWorker {
 public:
  explicit Squares(std::function<void(std::size_t)> before) : before_(std::move(before)) {}
  std::string greeting() const override { return "squares"; }
  std::string work(std::size_t item) override {
    if (before_) before_(item);
    return std::to_string(item * item);
  }

 private:
  std::function<void(std::size_t)> before_;
};

struct Outcome {
  std::map<std::size_t, std::string> done;
  std::map<std::size_t, std::string> lost;
  std::size_t greetings = 0;
};

Outcome work(std::size_t count, int jobs, const std::function<void(std::size_t)>& before = {},
             const std::atomic<bool>& stop = kNever) {
  Outcome outcome;
  ItemWork items;
  items.count = count;
  items.start = [&] { return std::make_unique<Squares>(before); };
  items.greeted = [&](const std::string& line) {
    EXPECT_EQ(line, "squares");
    ++outcome.greetings;
  };
  items.done = [&](std::size_t item, const std::string& line) {
    EXPECT_TRUE(outcome.done.emplace(item, line).second) << "twice: " << item;
  };
  items.lost = [&](std::size_t item, const std::string& cause) {
    EXPECT_TRUE(outcome.lost.emplace(item, cause).second) << "twice: " << item;
  };
  work_items(items, {jobs, 30}, stop);
  return outcome;
}

TEST(WorkItems, EveryItemIsDoneOnce) {
  for (const int jobs : {1, 3}) {
    const Outcome outcome = work(100, jobs);
    EXPECT_EQ(outcome.done.size(), 100U);
    EXPECT_EQ(outcome.done.at(7), "49");
    EXPECT_EQ(outcome.done.at(99), "9801");
    EXPECT_TRUE(outcome.lost.empty());
    EXPECT_GE(outcome.greetings, 1U);
  }
}

TEST(WorkItems, NothingToDoStartsNoProcess) { EXPECT_EQ(work(0, 2).greetings, 0U); }

TEST(WorkItems, AnItemThatCrashesIsLostAndNoOther) {
  const Outcome outcome = work(50, 1, [](std::size_t item) {
    if (item == 20) ::raise(SIGKILL);
  });
  EXPECT_THAT(outcome.lost, ElementsAre(Pair(20, HasSubstr("crashed (Killed, signal 9)"))));
  EXPECT_EQ(outcome.done.size(), 49U);
  EXPECT_EQ(outcome.done.count(20), 0U);
  EXPECT_EQ(outcome.done.at(21), "441");
}

TEST(WorkItems, AnItemThatEndsItsProcessIsLost) {
  const Outcome outcome = work(5, 1, [](std::size_t item) {
    if (item == 4) ::_exit(0);
  });
  EXPECT_THAT(outcome.lost, ElementsAre(Pair(4, "ended its process")));
  EXPECT_EQ(outcome.done.size(), 4U);
}

TEST(WorkItems, AMatcherThatDiesOnEveryItemIsGivenUp) {
  try {
    work(100, 1, [](std::size_t) { ::_exit(1); });
    ADD_FAILURE();
  } catch (const SystemError& error) {
    EXPECT_STREQ(error.what(), "the matcher died 21 times, the last time it ended its process");
  }
}

ItemWork starting(std::function<std::unique_ptr<ItemWorker>()> start) {
  ItemWork items;
  items.count = 3;
  items.start = std::move(start);
  items.greeted = [](const std::string&) { ADD_FAILURE() << "it never started"; };
  items.done = [](std::size_t, const std::string&) { ADD_FAILURE() << "it never started"; };
  items.lost = [](std::size_t, const std::string&) { ADD_FAILURE() << "it never started"; };
  return items;
}

TEST(WorkItems, AnExceptionOfTheStartIsTheUsersToSee) {
  try {
    work_items(starting([]() -> std::unique_ptr<ItemWorker> { throw std::runtime_error("no models"); }),
               {1, 30}, kNever);
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "uketsuke evaluate: no models");
  }
}

TEST(WorkItems, ACrashOfTheStartSaysSo) {
  try {
    work_items(starting([]() -> std::unique_ptr<ItemWorker> { ::_exit(3); }), {1, 30}, kNever);
    ADD_FAILURE();
  } catch (const SystemError& error) {
    EXPECT_STREQ(error.what(), "the matcher ended its process while it was started");
  }
}

TEST(WorkItems, AfterAStopNothingIsStarted) {
  const std::atomic<bool> stopped{true};
  EXPECT_EQ(work(10, 1, {}, stopped).done.size(), 0U);
}

}  // namespace workers_test
}  // namespace uketsuke::bench
