#include "reader_model/firmware/card_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kernel/main.h"
#include "tests/unit/reader_model/fake_card.h"

namespace uketsuke::reader {
namespace card_session_test {

using ::testing::ElementsAre;

/// Runs a conversation in a thread process, as the firmware does. One world a process: ctest runs each test
/// in its own.
class Conversation : public sc_core::sc_module {
 public:
  Conversation(sc_core::sc_module_name name, std::shared_ptr<FakeCard> card,
               std::function<void(CardSession&, RfFrontEnd&)> talk)
      : sc_module(name), rf_("rf", LinkSettings{}, record), talk_(std::move(talk)) {
    SC_HAS_PROCESS(Conversation);
    SC_THREAD(run);
    rf_.card_entered(std::move(card));
  }

  record::Record record;

 private:
  RfFrontEnd rf_;
  std::function<void(CardSession&, RfFrontEnd&)> talk_;

  void run() {
    CardSession session(rf_);
    talk_(session, rf_);
  }
};

record::Record converse(const std::shared_ptr<FakeCard>& card,
                        const std::function<void(CardSession&, RfFrontEnd&)>& talk) {
  record::Record record;
  in_systemc([&] {
    Conversation conversation("conversation", card, talk);
    conversation.record.set_clock([] { return Duration{}; });
    sc_core::sc_start();
    record = conversation.record;
  });
  return record;
}

TEST(CardSession, IdentifiesAMyNumberCardByTheJpkiApplication) {
  auto card = std::make_shared<FakeCard>();
  card->answers("9000");
  record::CardKind kind{};
  converse(card, [&](CardSession& session, RfFrontEnd&) { kind = session.identify(); });
  EXPECT_EQ(kind, record::CardKind::individual_number);
  EXPECT_THAT(card->asked, ElementsAre("00A4040C0AD392F000260100000001"));
}

TEST(CardSession, TakesACardWithoutTheApplicationForAnother) {
  auto card = std::make_shared<FakeCard>();
  card->answers("6A82");
  record::CardKind kind{};
  converse(card, [&](CardSession& session, RfFrontEnd&) { kind = session.identify(); });
  EXPECT_EQ(kind, record::CardKind::other);
}

TEST(CardSession, VerifiesThePinInTheClearAndUnpadded) {
  auto card = std::make_shared<FakeCard>();
  for (const char* answer : {"9000", "9000", "9000", "63C3"}) card->answers(answer);
  SecretAnswer answer;
  converse(card,
           [&](CardSession& session, RfFrontEnd&) { answer = session.verify_pin(record::Secret("1234")); });
  EXPECT_EQ(answer.result, record::SecretCheck::accepted);
  EXPECT_EQ(answer.tries_left, 3);
  EXPECT_THAT(card->asked, ElementsAre("00A4040C0AD392F000260100000001", "00A4020C020018",
                                       "002000800431323334", "00200080"));
}

TEST(CardSession, ReadsTheTriesLeftFromAWrongPin) {
  auto card = std::make_shared<FakeCard>();
  for (const char* answer : {"9000", "9000", "63C1"}) card->answers(answer);
  SecretAnswer answer;
  converse(card,
           [&](CardSession& session, RfFrontEnd&) { answer = session.verify_pin(record::Secret("0000")); });
  EXPECT_EQ(answer.result, record::SecretCheck::wrong);
  EXPECT_EQ(answer.tries_left, 1);
}

record::SecretCheck result_of_pin(const char* status_word) {
  auto card = std::make_shared<FakeCard>();
  for (const char* answer : {"9000", "9000", status_word}) card->answers(answer);
  SecretAnswer answer;
  converse(card,
           [&](CardSession& session, RfFrontEnd&) { answer = session.verify_pin(record::Secret("1234")); });
  return answer.result;
}

TEST(CardSession, KnowsABlockedPinBy6984) { EXPECT_EQ(result_of_pin("6984"), record::SecretCheck::blocked); }

// The other value of locked_status_word: sources differ.
TEST(CardSession, KnowsABlockedPinBy6983) { EXPECT_EQ(result_of_pin("6983"), record::SecretCheck::blocked); }

TEST(CardSession, ReadsAFileByItsOwnLength) {
  auto card = std::make_shared<FakeCard>();
  for (const char* answer : {"9000", "9000", "30820400019000", "30820400AA9000"}) card->answers(answer);
  converse(card, [&](CardSession& session, RfFrontEnd&) { session.authentication_certificate(); });
  EXPECT_EQ(card->asked.at(1), "00A4020C02000A");
  EXPECT_EQ(card->asked.at(2), "00B0000005");
  EXPECT_EQ(card->asked.at(3), "00B00000000404");  // 30 82 0400: 1,024 bytes and four before them
}

TEST(CardSession, DoesNotSelectTheApplicationAgainBeforeItSigns) {
  auto card = std::make_shared<FakeCard>();
  for (const char* answer : {"9000", "00119000"}) card->answers(answer);
  Bytes signature;
  converse(card, [&](CardSession& session, RfFrontEnd&) { signature = session.sign(to_bytes("abc")); });
  EXPECT_EQ(to_hex(signature), "0011");
  EXPECT_EQ(card->asked.at(0), "00A4020C020017");
  EXPECT_EQ(card->asked.at(1).substr(0, 10), "802A008033");
  EXPECT_EQ(card->asked.at(1).size(), 2 * (5 + 51 + 1));
}

TEST(CardSession, ThrowsWhenTheCardRefuses) {
  auto card = std::make_shared<FakeCard>();
  for (const char* answer : {"9000", "6982"}) card->answers(answer);
  unsigned status = 0;
  converse(card, [&](CardSession& session, RfFrontEnd&) {
    try {
      session.sign(to_bytes("abc"));
    } catch (const CardRefused& refused) {
      status = refused.status();
    }
  });
  EXPECT_EQ(status, 0x6982U);
}

/// Takes the card away a moment after the conversation began.
class Thief : public sc_core::sc_module {
 public:
  Thief(sc_core::sc_module_name name, RfFrontEnd& rf) : sc_module(name), rf_(rf) {
    SC_HAS_PROCESS(Thief);
    SC_THREAD(run);
  }

 private:
  RfFrontEnd& rf_;
  void run() {
    wait(sc_core::sc_time(1, sc_core::SC_MS));
    rf_.card_left();
  }
};

TEST(CardSession, ReportsACardRemovedDuringACommandAsLost) {
  auto card = std::make_shared<FakeCard>();
  card->answers("9000");
  bool lost = false;
  std::vector<std::string> statuses;
  in_systemc([&] {
    record::Record record;
    record.set_clock([] { return Duration{}; });
    RfFrontEnd rf("rf", LinkSettings{}, record);
    rf.card_entered(card);
    Thief thief("thief", rf);
    struct Talk : sc_core::sc_module {
      RfFrontEnd& rf;
      bool& lost;
      Talk(sc_core::sc_module_name name, RfFrontEnd& front_end, bool& flag)
          : sc_module(name), rf(front_end), lost(flag) {
        SC_HAS_PROCESS(Talk);
        SC_THREAD(run);
      }
      void run() {
        try {
          CardSession(rf).identify();
        } catch (const CardLost&) {
          lost = true;
        }
      }
    } talk("talk", rf, lost);
    sc_core::sc_start();
    for (const record::Event& event : record.events()) {
      if (const auto* apdu = record::as<record::Apdu>(event)) statuses.push_back(apdu->status);
    }
  });
  EXPECT_TRUE(lost);
  EXPECT_THAT(statuses, ElementsAre(""));
  EXPECT_FALSE(card->on);
}

TEST(CardSession, LeavesNoDigitOfThePinInTheRecord) {
  auto card = std::make_shared<FakeCard>();
  for (const char* answer : {"9000", "9000", "9000", "63C3"}) card->answers(answer);
  const record::Record record =
      converse(card, [&](CardSession& session, RfFrontEnd&) { session.verify_pin(record::Secret("9876")); });
  ASSERT_EQ(record.events().size(), 4U);
  const auto* apdu = record::as<record::Apdu>(record.events().at(2));
  EXPECT_EQ(apdu->name, "VERIFY");
  EXPECT_EQ(apdu->command, "00200080");
  EXPECT_EQ(apdu->sent, 4);
}

}  // namespace card_session_test
}  // namespace uketsuke::reader
