#include "sim/virtual_reader/virtual_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <future>

#include "sim/virtual_reader/vpcd_error.h"
#include "tests/unit/sim/chip/card_fixture.h"
#include "tests/unit/sim/virtual_reader/fake_vpcd.h"

namespace uketsuke::virtual_reader {

namespace virtual_reader_test {

using std::chrono::milliseconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kAtr = "3B888001000005E0B381A1007F";

/// A card offered to a fake vpcd by a separate thread.
class VirtualReaderTest : public ::testing::Test {
 protected:
  VirtualReaderTest() : stop_(::eventfd(0, EFD_CLOEXEC)) {
    offer_.stop = stop_;
    offer_.at.port = vpcd_.port();
    offer_.retry_every = milliseconds(5);
    offer_.tell = [this](ConnectionChange change) { changes_.push_back(change); };
  }
  ~VirtualReaderTest() override {
    stop();
    if (ended_.valid()) ended_.wait();
    ::close(stop_);
  }

  void start() {
    ended_ = std::async(std::launch::async, [this] { attach(card_, offer_); });
  }
  void insert() {
    start();
    vpcd_.accept();
    ASSERT_EQ(vpcd_.ask("04"), kAtr);
  }
  void stop() const {
    const std::uint64_t one = 1;
    ASSERT_EQ(::write(stop_, &one, sizeof one), static_cast<ssize_t>(sizeof one));
  }

  /// The problem that ended it.
  VpcdProblem problem() {
    try {
      ended_.get();
    } catch (const VpcdError& error) {
      message_ = error.what();
      return error.problem();
    }
    throw std::runtime_error("ended without a problem");
  }

  FakeVpcd vpcd_;
  int stop_;
  chip::Chip chip_{chip::standard_image()};
  InsertedCard card_{chip_, from_hex(kAtr)};
  Offer offer_;
  std::vector<ConnectionChange> changes_;
  std::future<void> ended_;
  std::string message_;
};

TEST_F(VirtualReaderTest, AnswersCommands) {
  insert();
  vpcd_.send("0001 01");
  EXPECT_EQ(vpcd_.ask(chip::kSelectJpki), "9000");
  EXPECT_EQ(vpcd_.ask("00A4040C0A 00000000000000000000"), "6A82");
}

TEST_F(VirtualReaderTest, TakesFramesInPieces) {
  insert();
  vpcd_.send("00");
  vpcd_.send("01");
  vpcd_.send("01 00");
  vpcd_.send("05 0084");
  vpcd_.send("000008");
  EXPECT_EQ(vpcd_.receive().size(), 20U);  // eight random bytes and a status word
}

TEST_F(VirtualReaderTest, TakesSeveralFramesAtOnce) {
  insert();
  vpcd_.send("0001 00  0001 01  0001 04  0004 00A40000");
  EXPECT_EQ(vpcd_.receive(), kAtr);
  EXPECT_EQ(vpcd_.receive().size(), 4U);
}

TEST_F(VirtualReaderTest, StopEndsIt) {
  insert();
  stop();
  ended_.get();
  EXPECT_EQ(vpcd_.receive(), "closed");
  EXPECT_FALSE(chip_.powered());
  EXPECT_THAT(changes_, ElementsAre(ConnectionChange::attached));
}

TEST_F(VirtualReaderTest, StopEndsItUnderAFloodOfCommands) {
  insert();
  std::string flood;
  for (int i = 0; i < 2000; ++i) flood += "000101";  // power on, which is not answered
  stop();
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  EXPECT_THROW(while (std::chrono::steady_clock::now() < end) vpcd_.send(flood),
               std::runtime_error);  // it has closed
}

TEST_F(VirtualReaderTest, NobodyListensIsSaidWithTheAddress) {
  const FakeVpcd deaf(false);
  offer_.at.port = deaf.port();
  start();
  EXPECT_EQ(problem(), VpcdProblem::unreachable);
  EXPECT_THAT(message_, HasSubstr("no vpcd at 127.0.0.1:" + std::to_string(deaf.port())));
}

TEST_F(VirtualReaderTest, UnknownHostIsUnreachable) {
  offer_.at.host = "no-such-host.invalid";
  start();
  EXPECT_EQ(problem(), VpcdProblem::unreachable);
}

TEST_F(VirtualReaderTest, WaitingOutlastsAReaderThatIsNotThereYet) {
  const FakeVpcd late(false);
  offer_.at.port = late.port();
  offer_.wait = true;
  start();
  EXPECT_EQ(ended_.wait_for(milliseconds(30)), std::future_status::timeout);
  late.listen();
  FakeVpcd& server = const_cast<FakeVpcd&>(late);
  server.accept();
  EXPECT_EQ(server.ask("04"), kAtr);
}

TEST_F(VirtualReaderTest, ReaderThatAsksNothingHasAnotherCard) {
  offer_.first_frame_within = milliseconds(20);
  start();
  EXPECT_EQ(problem(), VpcdProblem::busy);
  EXPECT_THAT(message_, HasSubstr("another card"));
}

TEST_F(VirtualReaderTest, ReaderThatClosesAtOnceIsNone) {
  start();
  vpcd_.accept();
  vpcd_.close();
  EXPECT_EQ(problem(), VpcdProblem::closed_at_once);
}

TEST_F(VirtualReaderTest, PeerThatStopsMidFrameIsTold) {
  offer_.frame_within = milliseconds(20);
  start();
  vpcd_.accept();
  vpcd_.send("0007 00A404");
  EXPECT_EQ(problem(), VpcdProblem::stopped_mid_frame);
  EXPECT_THAT(message_, HasSubstr("after 5 of 9 bytes"));
}

TEST_F(VirtualReaderTest, PeerThatDripsAFrameIsNotWaitedForEver) {
  offer_.frame_within = milliseconds(50);
  start();
  vpcd_.accept();
  vpcd_.send("FFFF");
  try {
    while (ended_.wait_for(milliseconds(5)) == std::future_status::timeout) vpcd_.send("00");
  } catch (const std::runtime_error&) {
    // it has closed the connection
  }
  EXPECT_EQ(problem(), VpcdProblem::stopped_mid_frame);
}

TEST_F(VirtualReaderTest, GreetingOfAnotherServiceIsNoFrame) {
  offer_.frame_within = milliseconds(20);
  start();
  vpcd_.accept();
  vpcd_.send("5353482D322E302D4F70656E5353480D0A");  // SSH-2.0-OpenSSH
  EXPECT_EQ(problem(), VpcdProblem::stopped_mid_frame);
}

TEST_F(VirtualReaderTest, EmptyFrameEndsIt) {
  insert();
  vpcd_.send("0000");
  EXPECT_EQ(problem(), VpcdProblem::not_vpcd);
  EXPECT_THAT(message_, HasSubstr("127.0.0.1:" + std::to_string(vpcd_.port()) + " sent an empty frame"));
}

TEST_F(VirtualReaderTest, LargestFrameIsAnswered) {
  insert();
  vpcd_.send("0001 01");
  EXPECT_EQ(vpcd_.ask("00A4040C" + std::string(65531 * 2, '0')),
            "6700");  // ISO/IEC 7816-4: Lc of zero and data
}

TEST_F(VirtualReaderTest, ComesBackAfterThePeerWasGone) {
  insert();
  vpcd_.send("0001 01");
  ASSERT_EQ(vpcd_.ask(chip::kSelectJpki), "9000");
  vpcd_.accept();  // ends the first connection, and there is a second one
  EXPECT_EQ(vpcd_.ask("04"), kAtr);
  stop();
  ended_.get();
  EXPECT_THAT(changes_,
              ElementsAre(ConnectionChange::attached, ConnectionChange::lost, ConnectionChange::attached));
}

TEST_F(VirtualReaderTest, ComesBackAfterHalfAFrame) {
  insert();
  vpcd_.send("0007 00A4");
  vpcd_.accept();
  EXPECT_EQ(vpcd_.ask("04"), kAtr);
}

TEST_F(VirtualReaderTest, LostConnectionTakesThePowerAway) {
  insert();
  vpcd_.send("0001 01");
  ASSERT_EQ(vpcd_.ask(chip::kSelectJpki), "9000");
  vpcd_.accept();
  vpcd_.send("0001 01");
  EXPECT_EQ(vpcd_.ask(chip::kSelectPin), "6A82");  // no application is current
}

TEST_F(VirtualReaderTest, OnceEndsWithTheConnection) {
  offer_.once = true;
  insert();
  vpcd_.close();
  ended_.get();
  EXPECT_THAT(changes_, ElementsAre(ConnectionChange::attached, ConnectionChange::lost));
}

/// A card whose every command takes a quarter of a second.
class SlowCardTest : public VirtualReaderTest {
 protected:
  chip::ChipTiming slow_ = [] {
    chip::ChipTiming timing;
    timing.overhead = milliseconds(250);
    return timing;
  }();
};

TEST_F(SlowCardTest, AnswersAfterTheTimeOfARealCard) {
  chip::Chip chip(chip::standard_image(), slow_);
  InsertedCard card(chip, from_hex(kAtr));
  offer_.realtime = true;
  ended_ = std::async(std::launch::async, [&] { attach(card, offer_); });
  vpcd_.accept();
  vpcd_.send("0001 01");
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(vpcd_.ask(chip::kSelectJpki), "9000");
  EXPECT_GE(std::chrono::steady_clock::now() - begin, milliseconds(250));
  stop();
  ended_.get();
}

TEST_F(SlowCardTest, CardPulledMidCommandDoesNotAnswer) {
  chip::Chip chip(chip::standard_image(), slow_);
  InsertedCard card(chip, from_hex(kAtr));
  offer_.realtime = true;
  ended_ = std::async(std::launch::async, [&] { attach(card, offer_); });
  vpcd_.accept();
  ASSERT_EQ(vpcd_.ask("04"), kAtr);
  vpcd_.send("0001 01  000F 00A4040C0AD392F000260100000001");
  EXPECT_EQ(ended_.wait_for(milliseconds(20)), std::future_status::timeout);
  stop();
  EXPECT_EQ(vpcd_.receive(), "closed");
  ended_.get();
}

}  // namespace virtual_reader_test

}  // namespace uketsuke::virtual_reader
