#include "sim/eligibility/network_line.h"

#include <gtest/gtest.h>

namespace uketsuke::sim {
namespace network_line_test {

using scenario::Exchange;
using scenario::ExchangeFault;
using std::chrono::seconds;

NetworkLine line() { return {seconds(1), true}; }

scenario::NetworkChange fault(ExchangeFault what) { return {std::nullopt, std::nullopt, what}; }

TEST(NetworkLine, TakesHalfOfItsDelayEachWay) {
  NetworkLine odd{Duration(3), true};
  const Passage passage = odd.send(Exchange::consent);
  EXPECT_EQ(passage.there, Duration(1));
  EXPECT_EQ(passage.back, Duration(2));
  EXPECT_FALSE(passage.request_lost || passage.answer_lost || passage.duplicate_after);
}

TEST(NetworkLine, GoesDownAndComesBackOnRequest) {
  NetworkLine one = line();
  EXPECT_TRUE(one.up(seconds(0)));
  one.change({false, std::nullopt, std::nullopt}, seconds(1));
  EXPECT_FALSE(one.up(seconds(100)));
  one.change({true, std::nullopt, std::nullopt}, seconds(100));
  EXPECT_TRUE(one.up(seconds(100)));
}

TEST(NetworkLine, OutageForATimeEndsByItself) {
  NetworkLine one = line();
  one.change({std::nullopt, seconds(20), std::nullopt}, seconds(5));
  EXPECT_FALSE(one.up(seconds(5)));
  EXPECT_FALSE(one.up(seconds(25) - Duration(1)));
  EXPECT_TRUE(one.up(seconds(25)));
}

TEST(NetworkLine, UpEndsAnOutageBeforeItsTime) {
  NetworkLine one = line();
  one.change({std::nullopt, seconds(20), std::nullopt}, seconds(5));
  one.change({true, std::nullopt, std::nullopt}, seconds(6));
  EXPECT_TRUE(one.up(seconds(6)));
}

TEST(NetworkLine, FaultIsOfTheNextExchangeOnly) {
  NetworkLine one = line();
  ExchangeFault lost;
  lost.lose_answer = true;
  one.change(fault(lost), seconds(0));
  EXPECT_TRUE(one.send(Exchange::certificate).answer_lost);
  EXPECT_FALSE(one.send(Exchange::registration).answer_lost);
}

TEST(NetworkLine, FaultOfAKindWaitsForTheFirstOfThatKind) {
  NetworkLine one = line();
  ExchangeFault lost;
  lost.of = Exchange::consent;
  lost.lose_request = true;
  one.change(fault(lost), seconds(0));
  EXPECT_FALSE(one.send(Exchange::certificate).request_lost);
  EXPECT_TRUE(one.send(Exchange::consent).request_lost);
  EXPECT_FALSE(one.send(Exchange::consent).request_lost);
}

TEST(NetworkLine, FaultsComeInTheOrderOfTheirRequests) {
  NetworkLine one = line();
  ExchangeFault slow;
  slow.delay = seconds(12);
  ExchangeFault twice;
  twice.duplicate_after = seconds(3);
  one.change(fault(slow), seconds(0));
  one.change(fault(twice), seconds(0));
  EXPECT_EQ(one.send(Exchange::certificate).there, seconds(6));
  const Passage second = one.send(Exchange::registration);
  EXPECT_EQ(second.duplicate_after, seconds(3));
  EXPECT_EQ(second.there, std::chrono::milliseconds(500));
}

}  // namespace network_line_test
}  // namespace uketsuke::sim
