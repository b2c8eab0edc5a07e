#include "scenarios/loader/script/network.h"

#include <gtest/gtest.h>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace network_test {

NetworkChange change_of(const std::string& value) { return read_network(yaml::parse(value, "t.yaml").at(0)); }

std::string refusal(const std::string& value) {
  return failure([&] { change_of(value); }).what;
}

TEST(Network, IsUpOrDown) {
  EXPECT_EQ(change_of("up").up, true);
  EXPECT_EQ(change_of("down").up, false);
  EXPECT_EQ(refusal("slow"), "t.yaml:1:1: expected \"up\" or \"down\", found \"slow\"");
}

TEST(Network, GoesDownForATime) {
  const NetworkChange change = change_of("{ down_for: 20s }");
  EXPECT_EQ(change.down_for, std::chrono::seconds(20));
  EXPECT_FALSE(change.up || change.fault);
}

TEST(Network, LosesARequestOrAnAnswer) {
  const auto request = change_of("{ lose: request }").fault;
  EXPECT_TRUE(request->lose_request && !request->lose_answer);
  EXPECT_FALSE(request->of);
  const auto answer = change_of("{ lose: answer, of: register }").fault;
  EXPECT_TRUE(answer->lose_answer && !answer->lose_request);
  EXPECT_EQ(answer->of, Exchange::enroll);
}

TEST(Network, BringsAnAnswerTwice) {
  EXPECT_EQ(change_of("{ duplicate: answer }").fault->duplicate_after, Duration{});
  EXPECT_EQ(change_of("{ duplicate: answer, after: 2s, of: consent }").fault->duplicate_after,
            std::chrono::seconds(2));
}

TEST(Network, DelaysOneExchange) {
  EXPECT_EQ(change_of("{ delay: 12s }").fault->delay, std::chrono::seconds(12));
  EXPECT_EQ(change_of("{ lose: answer, delay: 12s }").fault->delay, std::chrono::seconds(12));
}

TEST(Network, WhatMakesNoSenseIsAnError) {
  EXPECT_EQ(refusal("{ lose: both }"), "t.yaml:1:9: expected \"request\" or \"answer\"; found \"both\"");
  EXPECT_EQ(refusal("{ duplicate: request }"),
            "t.yaml:1:14: expected \"answer\", the only message that can be duplicated; found \"request\"");
  EXPECT_EQ(refusal("{ lose: answer, duplicate: answer }"),
            "t.yaml:1:1: \"lose\" and \"duplicate\" exclude each other");
  EXPECT_EQ(refusal("{ lose: answer, after: 2s }"),
            "t.yaml:1:24: \"after\" needs \"duplicate\": it says when the second answer comes");
  EXPECT_EQ(refusal("{ down_for: 2s, of: consent }"),
            "t.yaml:1:21: \"of\" needs \"lose\", \"duplicate\" or \"delay\": it names the exchange");
  EXPECT_EQ(refusal("{ down_for: 2s, delay: 2s }"),
            "t.yaml:1:1: \"down_for\" excludes the other keys, which concern one exchange");
  EXPECT_EQ(refusal("{ of: consent }"),
            "t.yaml:1:7: \"of\" needs \"lose\", \"duplicate\" or \"delay\": it names the exchange");
  EXPECT_EQ(refusal("{}"), "t.yaml:1:1: changes nothing; name what goes wrong");
}

}  // namespace network_test
}  // namespace uketsuke::scenario
