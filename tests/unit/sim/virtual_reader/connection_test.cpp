#include "sim/virtual_reader/connection.h"

#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <thread>

#include "sim/virtual_reader/vpcd_error.h"
#include "tests/unit/sim/virtual_reader/fake_vpcd.h"

namespace uketsuke::virtual_reader {
namespace connection_test {

using namespace std::chrono_literals;

constexpr int kNoStop = -1;

/// A descriptor as StopSignals has one; readable from `pull` on.
class Stop {
 public:
  Stop() : descriptor_(::eventfd(0, EFD_CLOEXEC)) {}
  ~Stop() { ::close(descriptor_); }
  Stop(const Stop&) = delete;
  Stop& operator=(const Stop&) = delete;

  int descriptor() const { return descriptor_; }
  void pull() const {
    const std::uint64_t one = 1;
    EXPECT_EQ(::write(descriptor_, &one, sizeof one), 8);
  }

 private:
  int descriptor_;
};

/// A connection to a vpcd, which has accepted it.
struct Pair {
  FakeVpcd vpcd;
  Connection connection;

  explicit Pair(int stop = kNoStop) : connection(connect(vpcd, stop)) {}

  static Connection connect(FakeVpcd& to, int stop) {
    auto made = Connection::open({"127.0.0.1", to.port()}, 5s, stop);
    to.accept();
    return std::move(made.value());
  }
};

TEST(Connection, ReceivesWhatThePeerSends) {
  Pair pair;
  FrameBuffer buffer;
  pair.vpcd.send("0001 04");
  while (!buffer.front()) ASSERT_EQ(pair.connection.receive(buffer, 5s), Wait::ready);
  EXPECT_EQ(buffer.front()->size, 1U);
  EXPECT_EQ(buffer.front()->data[0], 0x04);
}

TEST(Connection, SendsEveryByte) {
  Pair pair;
  Bytes frame;
  append_frame(frame, from_hex("6A82"));
  EXPECT_EQ(pair.connection.send(frame, 5s), Wait::ready);
  EXPECT_EQ(pair.vpcd.receive(), "6A82");
}

TEST(Connection, SendsMoreThanTheNetworkHoldsAtATime) {
  Pair pair;
  Bytes frame;
  append_frame(frame, Bytes(60'000, 0x5A));
  Bytes many;
  for (int i = 0; i < 200; ++i) many.insert(many.end(), frame.begin(), frame.end());  // 12 MB
  std::size_t received = 0;
  std::thread reader([&] {
    for (int i = 0; i < 200; ++i) received += pair.vpcd.receive().size() / 2;
  });
  EXPECT_EQ(pair.connection.send(many, 30s), Wait::ready);
  reader.join();
  EXPECT_EQ(received, 200U * 60'000U);
}

TEST(Connection, APeerThatTakesNothingIsLate) {
  Pair pair;
  EXPECT_EQ(pair.connection.send(Bytes(64 << 20), 20ms), Wait::late);
}

TEST(Connection, SilenceIsLate) {
  Pair pair;
  FrameBuffer buffer;
  EXPECT_EQ(pair.connection.receive(buffer, 5ms), Wait::late);
  EXPECT_EQ(buffer.unfinished(), 0U);
}

TEST(Connection, AClosedPeerIsNoticedByEveryWait) {
  Pair pair;
  pair.vpcd.close();
  FrameBuffer buffer;
  EXPECT_EQ(pair.connection.pause(30s), Wait::closed);
  EXPECT_EQ(pair.connection.receive(buffer, 30s), Wait::closed);
}

TEST(Connection, APauseWithoutEventsIsLate) {
  Pair pair;
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(pair.connection.pause(20ms), Wait::late);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 20ms);
}

TEST(Connection, AStopEndsEveryWait) {
  const Stop stop;
  Pair pair(stop.descriptor());
  stop.pull();
  FrameBuffer buffer;
  EXPECT_EQ(pair.connection.receive(buffer, 30s), Wait::stopped);
  EXPECT_EQ(pair.connection.receive(buffer, std::nullopt), Wait::stopped);
  EXPECT_EQ(pair.connection.pause(30s), Wait::stopped);
  EXPECT_EQ(pair.connection.send(Bytes(64 << 20), 30s), Wait::stopped);
}

TEST(Connection, AStopComesBeforeBytesThatWait) {
  const Stop stop;
  Pair pair(stop.descriptor());
  pair.vpcd.send("0001 04");
  stop.pull();
  FrameBuffer buffer;
  EXPECT_EQ(pair.connection.receive(buffer, 30s), Wait::stopped);
}

TEST(Connection, WithoutAListenerThePortIsNamed) {
  const FakeVpcd deaf(false);
  try {
    Connection::open({"127.0.0.1", deaf.port()}, 5s, kNoStop);
    ADD_FAILURE();
  } catch (const VpcdError& error) {
    EXPECT_EQ(error.problem(), VpcdProblem::unreachable);
    EXPECT_EQ(error.what(), "no vpcd at 127.0.0.1:" + std::to_string(deaf.port()) + " (Connection refused)");
  }
}

TEST(Connection, AMovedConnectionStaysOpen) {
  Pair pair;
  Connection moved = std::move(pair.connection);
  Connection again = std::move(moved);
  Bytes frame;
  append_frame(frame, from_hex("9000"));
  EXPECT_EQ(again.send(frame, 5s), Wait::ready);
  EXPECT_EQ(pair.vpcd.receive(), "9000");
}

TEST(Connection, ItsEndIsThePeersEnd) {
  FakeVpcd vpcd;
  { const Connection short_lived = Pair::connect(vpcd, kNoStop); }
  EXPECT_EQ(vpcd.receive(), "closed");
}

TEST(WaitForStop, IsLateOrStopped) {
  const Stop stop;
  EXPECT_EQ(wait_for_stop(stop.descriptor(), 1ms), Wait::late);
  EXPECT_EQ(wait_for_stop(kNoStop, Duration::zero()), Wait::late);
  stop.pull();
  EXPECT_EQ(wait_for_stop(stop.descriptor(), 30s), Wait::stopped);
}

}  // namespace connection_test
}  // namespace uketsuke::virtual_reader
