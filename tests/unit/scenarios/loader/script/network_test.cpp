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
  EXPECT_EQ(refusal("slow"), "t.yaml:1:1: the network is \"up\" or \"down\", not \"slow\"");
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
  EXPECT_EQ(refusal("{ lose: both }"), "t.yaml:1:9: the line loses \"request\" or \"answer\", not \"both\"");
  EXPECT_EQ(refusal("{ duplicate: request }"),
            "t.yaml:1:14: only an \"answer\" comes twice, not \"request\"");
  EXPECT_EQ(refusal("{ lose: answer, duplicate: answer }"), "t.yaml:1:1: what is lost cannot come twice");
  EXPECT_EQ(refusal("{ lose: answer, after: 2s }"), "t.yaml:1:24: \"after\" says when a \"duplicate\" comes");
  EXPECT_EQ(refusal("{ down_for: 2s, of: consent }"), "t.yaml:1:21: \"of\" says which exchange goes wrong");
  EXPECT_EQ(refusal("{ down_for: 2s, delay: 2s }"),
            "t.yaml:1:1: \"down_for\" is about the line, the others about one exchange");
  EXPECT_EQ(refusal("{ of: consent }"), "t.yaml:1:7: \"of\" says which exchange goes wrong");
  EXPECT_EQ(refusal("{}"), "t.yaml:1:1: changes nothing");
}

}  // namespace network_test
}  // namespace uketsuke::scenario
