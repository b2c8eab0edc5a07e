#include "reports/trace/link_trace.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/unit/reports/trace/air.h"
#include "tests/unit/reports/trace/capture.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::trace {
namespace link_trace_test {

using date::literals::operator""_y;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kJpki = "00A4040C0AD392F000260100000001";
constexpr const char* kCardFace = "00A4040C0AD3921000310001010402";
constexpr const char* kTextSupport = "00A4040C0AD3921000310001010408";

/// A reader and a card that exchange what a test defines, and the trace of it.
class LinkTraceTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  bool secrets_ = false;
  Duration now_{};
  unsigned number_ = 0;
  std::vector<Bytes> on_air_;
  std::unique_ptr<LinkTrace> trace_;

  LinkTrace& trace() {
    if (trace_ == nullptr) {
      trace_ = std::make_unique<LinkTrace>(TraceOptions{folder_.path(), "Uketsuke 1.2.3", secrets_},
                                           TracedCase{"case",
                                                      "case/date=2024-10-07",
                                                      {"暗証番号", "PIN"},
                                                      {"PIN-01", "PIN-02"},
                                                      "model",
                                                      date::sys_days(2024_y / 10 / 7)});
    }
    return *trace_;
  }

  void send(bool from_card, const Bytes& frame) {
    on_air_.push_back(frame);
    trace().frame({now_, from_card, frame, 424});
    now_ += std::chrono::milliseconds(1);
  }
  void reader(const Bytes& frame) { send(false, frame); }
  void card(const Bytes& frame) { send(true, frame); }

  void activate() {
    trace().field(now_, true);
    reader(reqb());
    card(atqb());
    reader(attrib());
    card(attrib_answer());
    number_ = 0;
  }

  std::uint8_t pcb(unsigned base) const { return static_cast<std::uint8_t>(base | number_); }

  /// Exchanges one command and its answer, in one block each.
  void exchange(std::string_view command, const Bytes& answer) {
    reader(block(pcb(0x02), from_hex(command)));
    card(block(pcb(0x02), answer));
    number_ ^= 1U;
  }
  void exchange(std::string_view command, std::string_view answer = "9000") {
    exchange(command, from_hex(answer));
  }
  void select(const char* application, const char* file) {
    exchange(application);
    exchange(std::string("00A4020C02") + file);
  }

  Capture capture(int session = 1) {
    trace().finish();
    return CaptureReader(folder_.path() / ("case." + std::to_string(session) + ".pcapng")).read();
  }

  /// The frames of the file from the given mark on.
  std::vector<Bytes> frames_from(std::size_t mark) {
    std::vector<Bytes> frames;
    for (const auto& packet : capture().packets)
      if (packet.event != 0xFC && packet.event != 0xFD) frames.push_back(packet.frame);
    return {frames.begin() + static_cast<long>(mark), frames.end()};
  }
  std::size_t mark() const { return on_air_.size(); }
};

class LinkTraceWithSecrets : public LinkTraceTest {
 protected:
  LinkTraceWithSecrets() { secrets_ = true; }
};

TEST_F(LinkTraceTest, WritesTheFieldAndEveryFrameInOrder) {
  activate();
  exchange(kJpki);
  trace().field(now_, false);
  std::vector<unsigned> events;
  for (const auto& packet : CaptureReader(trace().files().at(0)).read().packets)
    events.push_back(packet.event);
  EXPECT_THAT(events, ElementsAre(0xFC, 0xFE, 0xFF, 0xFE, 0xFF, 0xFE, 0xFF, 0xFD));
}

TEST_F(LinkTraceTest, GivesEveryCardSessionAFileOfItsOwn) {
  activate();
  trace().field(now_, false);
  activate();
  trace().field(now_, false);
  EXPECT_THAT(trace().files(),
              ElementsAre(folder_.path() / "case.1.pcapng", folder_.path() / "case.2.pcapng"));
  EXPECT_THAT(capture(2).section.one(1), HasSubstr("card session 2"));
}

TEST_F(LinkTraceTest, NamesCaseTitleAndRequirementsAtItsHead) {
  activate();
  const std::string head = capture().section.one(1);
  EXPECT_THAT(head, HasSubstr("case/date=2024-10-07\n暗証番号 / PIN\nrequirements: PIN-01, PIN-02\n"));
}

TEST_F(LinkTraceTest, SaysTheRequirementsWhereTheFieldGoesOn) {
  activate();
  EXPECT_EQ(capture().packets.at(0).all_comments(), "requirements: PIN-01, PIN-02|");
}

TEST_F(LinkTraceTest, SaysTheStepAtTheFirstFrameAfterIt) {
  activate();
  trace().step(now_ + std::chrono::milliseconds(1), 3, "enter_pin");
  exchange(kJpki);
  exchange("00A4020C020018");
  const auto packets = capture().packets;
  EXPECT_THAT(packets.at(5).all_comments(), Not(HasSubstr("step")));
  EXPECT_THAT(packets.at(6).all_comments(), HasSubstr("step 3: enter_pin|"));
  EXPECT_THAT(packets.at(7).all_comments(), Not(HasSubstr("step")));
}

TEST_F(LinkTraceTest, SaysWhatACommandIsForAndWhatTheAnswerMeans) {
  activate();
  select(kJpki, "0018");
  exchange("002000800430313039", "63C2");
  const auto packets = capture().packets;
  EXPECT_EQ(packets.at(5).all_comments(), "SELECT 公的個人認証 (JPKI)|");
  EXPECT_EQ(packets.at(7).all_comments(), "SELECT 利用者証明用PIN (authentication PIN)|");
  EXPECT_EQ(packets.at(9).all_comments(), "VERIFY 利用者証明用PIN (authentication PIN)|4 bytes hidden|");
  EXPECT_EQ(packets.at(10).all_comments(), "VERIFY: 63C2, 2 tries left|");
}

TEST_F(LinkTraceTest, KeepsASelectionThatFailed) {
  activate();
  select(kJpki, "0018");
  exchange("00A4020C020099", "6A82");
  exchange("00200080", "63C3");
  EXPECT_THAT(capture().packets.at(11).all_comments(), HasSubstr("VERIFY 利用者証明用PIN"));
}

TEST_F(LinkTraceTest, HidesThePinAndKeepsTheRestOfVerify) {
  activate();
  select(kJpki, "0018");
  const auto begin = mark();
  exchange("002000800430313039");
  EXPECT_THAT(frames_from(begin), ElementsAre(air("02 00200080042A2A2A2A"), air("02 9000")));
}

TEST_F(LinkTraceTest, HidesTheDataOfEveryCommandThatBringsASecret) {
  activate();
  const auto begin = mark();
  exchange("0024018004 31323334");                               // CHANGE REFERENCE DATA
  exchange("8032008004 31323334");                               // CHANGE KEY
  exchange("80AE0000000004 31323334");                           // SET SESSION KEY, extended Lc
  exchange("0820008006 860401AABBCC");                           // VERIFY with secure messaging
  exchange("00200092 0E 3535303231373230333532323835", "9000");  // VERIFY of 照合番号B by short identifier
  const auto frames = frames_from(begin);
  EXPECT_EQ(frames.at(0), air("02 00240180042A2A2A2A"));
  EXPECT_EQ(frames.at(2), air("03 80320080042A2A2A2A"));
  EXPECT_EQ(frames.at(4), air("02 80AE00000000042A2A2A2A"));
  EXPECT_EQ(frames.at(6), air("03 08200080062A2A2A2A2A2A"));
  EXPECT_EQ(frames.at(8), air("02 002000920E 2A2A2A2A2A2A2A2A2A2A2A2A2A2A"));
}

TEST_F(LinkTraceTest, HidesAPinThatFollowsALengthOfZero) {
  activate();
  const auto begin = mark();
  exchange("0020008000 31323334", "6700");
  EXPECT_EQ(frames_from(begin).at(0), air("02 0020008000 2A2A2A2A"));
}

TEST_F(LinkTraceTest, HidesAPinThatIsChainedOverSeveralBlocks) {
  activate();
  const auto begin = mark();
  reader(block(0x12, from_hex("0020008004 31")));
  card(block(0xA2, {}));
  reader(block(0x13, from_hex("3233")));
  card(block(0xA3, {}));
  reader(block(0x02, from_hex("34")));
  card(block(0x02, from_hex("9000")));
  EXPECT_THAT(frames_from(begin), ElementsAre(air("12 0020008004 2A"), air("A2"), air("13 2A2A"), air("A3"),
                                              air("02 2A"), air("02 9000")));
}

TEST_F(LinkTraceTest, HidesAPinWhoseHeaderCameInPieces) {
  activate();
  const auto begin = mark();
  reader(block(0x12, from_hex("00")));
  card(block(0xA2, {}));
  reader(block(0x13, from_hex("200080")));
  card(block(0xA3, {}));
  reader(block(0x02, from_hex("0431323334")));
  EXPECT_EQ(frames_from(begin).at(4), air("02 042A2A2A2A"));
}

TEST_F(LinkTraceTest, HidesARepeatedBlockLikeTheFirst) {
  activate();
  const auto begin = mark();
  reader(block(0x12, from_hex("0020008004 3132")));
  card(block(0xA2, {}));
  reader(block(0x03, from_hex("3334")));
  reader(block(0xB3, {}));  // nothing received: R(NAK)
  card(block(0xA2, {}));    // not received
  reader(block(0x03, from_hex("3334")));
  card(block(0x03, from_hex("9000")));
  const auto frames = frames_from(begin);
  EXPECT_EQ(frames.at(2), air("03 2A2A"));
  EXPECT_EQ(frames.at(5), air("03 2A2A"));
  EXPECT_THAT(capture().packets.at(5 + 5).all_comments(), HasSubstr("again: "));
}

TEST_F(LinkTraceTest, TakesANewCommandWithTheNumberOfTheLastForNew) {
  activate();
  exchange(kTextSupport);
  reader(block(0x03, from_hex("00A4020C020001")));
  card(block(0x13, from_hex("90")));  // an answer in two blocks
  reader(block(0xA2, {}));
  card(block(0x02, from_hex("00")));
  reader(block(0x03, from_hex("00B0000011")));
  const auto begin = mark();
  card(block(0x03, from_hex("FF100C313233343536373839303132FFFF9000")));
  EXPECT_EQ(frames_from(begin).at(0), with_crc(Bytes{0x03} + Bytes(17, 0x2A) + Bytes{0x90, 0x00}));
}

TEST_F(LinkTraceTest, HidesMyNumberAndShowsTheStatus) {
  activate();
  select(kTextSupport, "0001");
  const auto begin = mark();
  exchange("00B0000011", "FF100C313233343536373839303132FFFF9000");
  EXPECT_EQ(frames_from(begin).at(1), with_crc(Bytes{0x02} + Bytes(17, 0x2A) + Bytes{0x90, 0x00}));
}

TEST_F(LinkTraceTest, HidesMyNumberThatIsReadByShortIdentifier) {
  activate();
  exchange(kTextSupport);
  const auto begin = mark();
  exchange("00B0810004", "FF100C319000");
  exchange("00B0000404", "323334359000");  // the short identifier has made it current
  const auto frames = frames_from(begin);
  EXPECT_EQ(frames.at(1), air("03 2A2A2A2A9000"));
  EXPECT_EQ(frames.at(3), air("02 2A2A2A2A9000"));
}

TEST_F(LinkTraceTest, HidesMyNumberAfterASelectionThatFailed) {
  activate();
  select(kTextSupport, "0001");
  exchange("00A4020C020099", "6A82");
  const auto begin = mark();
  exchange("00B0000004", "FF100C319000");
  EXPECT_EQ(frames_from(begin).at(1), air("03 2A2A2A2A9000"));
}

TEST_F(LinkTraceTest, HidesThePhotoBlockByBlock) {
  activate();
  select(kCardFace, "0002");
  const auto begin = mark();
  reader(block(0x02, from_hex("00B0000000")));
  card(block(0x12, Bytes(253, 0x55)));
  reader(block(0xA3, {}));
  card(block(0x03, Bytes(3, 0x55) + Bytes{0x90, 0x00}));
  EXPECT_THAT(frames_from(begin), ElementsAre(air("02 00B0000000"), block(0x12, Bytes(253, 0x2A)), air("A3"),
                                              block(0x03, Bytes(3, 0x2A) + Bytes{0x90, 0x00})));
}

TEST_F(LinkTraceTest, ShowsTheWholeStatusWhereItIsCutInTwo) {
  activate();
  select(kCardFace, "0002");
  const auto begin = mark();
  reader(block(0x02, from_hex("00B0000004")));
  card(block(0x12, from_hex("5555555590")));
  reader(block(0xA3, {}));
  card(block(0x03, from_hex("00")));
  EXPECT_THAT(frames_from(begin),
              ElementsAre(air("02 00B0000004"), air("12 2A2A2A2A90"), air("A3"), air("03 00")));
}

TEST_F(LinkTraceTest, WritesWhatCameOfAnAnswerThatBrokeOff) {
  activate();
  select(kCardFace, "0002");
  const auto begin = mark();
  reader(block(0x02, from_hex("00B0000000")));
  card(block(0x12, Bytes(253, 0x55)));
  trace().field(now_, false);
  EXPECT_THAT(frames_from(begin), ElementsAre(air("02 00B0000000"), block(0x12, Bytes(253, 0x2A))));
}

TEST_F(LinkTraceTest, LeavesCertificatesAndSignaturesAsTheyAre) {
  activate();
  select(kJpki, "000A");
  const auto begin = mark();
  exchange("00B0000004", "308206129000");
  exchange("802A00800431323334 00", "AABBCCDD9000");
  const auto frames = frames_from(begin);
  EXPECT_TRUE(std::equal(frames.begin(), frames.end(), on_air_.begin() + static_cast<long>(begin)));
}

TEST_F(LinkTraceTest, HidesWhatStoodInADamagedBlockAndLeavesItsCrcWrong) {
  activate();
  Bytes damaged = block(0x02, from_hex("0020008004 31323334"));
  damaged[2] ^= 0x10U;  // the instruction is no longer VERIFY
  const auto begin = mark();
  reader(damaged);
  const Bytes shown = frames_from(begin).at(0);
  EXPECT_EQ(Bytes(shown.begin(), shown.end() - 2), Bytes{0x02} + Bytes(9, 0x2A));
  EXPECT_NE(shown, with_crc(Bytes(shown.begin(), shown.end() - 2)));
  EXPECT_THAT(capture().packets.back().all_comments(), HasSubstr("wrong CRC_B"));
}

TEST_F(LinkTraceTest, ForgetsTheSelectionWhenTheCardIsActivatedAnew) {
  activate();
  select(kJpki, "0002");
  reader(attrib());
  card(attrib_answer());
  const auto begin = mark();
  exchange("00B0000004", "313233349000");  // of an unknown file
  EXPECT_EQ(frames_from(begin).at(1), air("02 2A2A2A2A9000"));
}

TEST_F(LinkTraceTest, TakesTheAnswerToAttribForNoBlock) {
  trace().field(now_, true);
  reader(attrib());
  card(air("02"));  // MBLI 0, CID 2
  EXPECT_EQ(capture().packets.back().all_comments(), "");
}

TEST_F(LinkTraceTest, SaysTheBitRateWhereItChanges) {
  trace().frame({now_, false, reqb(), 106});
  trace().frame({now_, true, atqb(), 106});
  trace().frame({now_, false, attrib(), 424});
  const auto packets = capture().packets;
  EXPECT_EQ(packets.at(0).all_comments(), "106 kbit/s|");
  EXPECT_EQ(packets.at(1).all_comments(), "");
  EXPECT_EQ(packets.at(2).all_comments(), "424 kbit/s|");
}

TEST_F(LinkTraceTest, MarksHaltAndDeselectSoThatWiresharkReadsThem) {
  trace().field(now_, true);
  reader(air("50 12345678"));
  card(air("00"));
  reader(attrib());
  card(attrib_answer());
  reader(air("C2"));
  card(air("C2"));
  std::vector<unsigned> events;
  for (const auto& packet : capture().packets) events.push_back(packet.event);
  EXPECT_THAT(events, ElementsAre(0xFC, 0xFA, 0xFB, 0xFE, 0xFF, 0xFA, 0xFB));
}

TEST_F(LinkTraceTest, NamesSlotMarkersAndTheirAnswers) {
  trace().field(now_, true);
  reader(air("05 00 02"));
  reader(air("15"));
  card(atqb());
  const auto packets = capture().packets;
  EXPECT_THAT(packets.at(2).all_comments(), HasSubstr("slot marker: slot 2|"));
  EXPECT_THAT(packets.at(3).all_comments(), HasSubstr("ATQB|"));
}

TEST_F(LinkTraceWithSecrets, WritesEveryFrameAsItWas) {
  activate();
  select(kTextSupport, "0001");
  exchange("002000800430313039");
  exchange("00B0000011", "FF100C313233343536373839303132FFFF9000");
  EXPECT_EQ(frames_from(0), on_air_);
  EXPECT_THAT(capture().section.one(1), HasSubstr("in the clear"));
}

}  // namespace link_trace_test
}  // namespace uketsuke::trace
