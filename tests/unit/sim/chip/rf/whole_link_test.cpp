// Reader's end and card's end together: properties of the APDU dialogue that hold whatever happens on the
// link.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reader_model/rf/air_time.h"
#include "reader_model/rf/card_link.h"
#include "reader_model/rf/crc_b.h"
#include "sim/chip/rf/faulty_link.h"
#include "sim/chip/rf/type_b_card.h"
#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {
namespace whole_link_test {

using std::chrono::microseconds;
using std::chrono::milliseconds;

/// The fixture's chip, with a list of the commands that reached it.
class Logged : public ChipApplication {
 public:
  explicit Logged(ChipTiming timing = {}) : ChipApplication(Chip(standard_image(), timing, 3)) {}
  void transmit(ByteView command, Answer& answer) override {
    commands.emplace_back(command.begin(), command.end());
    ChipApplication::transmit(command, answer);
  }
  std::vector<Bytes> commands;
};

LinkParameters with_fwi(unsigned fwi) {
  LinkParameters link;
  link.set_fwi(fwi);
  return link;
}

/// A command that a client could send, or one that no client would send.
rc::Gen<Bytes> command() {
  const auto known = rc::gen::map(
      rc::gen::element<std::string>("00A4040C0AD392F000260100000001", "00A4020C020018", "00A4020C02000A",
                                    "0020008004 31323334", "0020008004 30303030", "00200080", "00B0000000",
                                    "00B000000003E8", "0084000010", "00FF0000", "00240180 04 31323334"),
      [](const std::string& hex) { return from_hex(hex); });
  const auto any = rc::gen::resize(600, rc::gen::arbitrary<Bytes>());
  return rc::gen::weightedOneOf<Bytes>({{9, known}, {1, any}});
}

struct Outcome {
  std::vector<Bytes> answers;  ///< up to the loss, if any
  std::vector<Bytes> reached;  ///< commands at the chip
  bool lost = false;
};

Outcome through(const std::vector<Bytes>& commands, const FaultPlan& plan, const LinkParameters& parameters,
                unsigned bit_rate) {
  const auto chip = std::make_shared<Logged>();
  FaultyLink bad(std::make_shared<TypeBCard>(chip, parameters, 1), plan);
  reader::LinkSettings settings;
  settings.bit_rate = bit_rate;
  reader::CardLink link(bad, settings);
  Outcome outcome;
  outcome.lost = !link.activate(Duration::zero());
  for (const Bytes& one : commands) {
    Bytes answer;
    if (!outcome.lost) outcome.lost = !link.transceive(one, answer);
    if (outcome.lost) break;
    outcome.answers.push_back(answer);
  }
  outcome.reached = chip->commands;
  return outcome;
}

std::vector<Bytes> directly(const std::vector<Bytes>& commands) {
  Chip chip(standard_image(), {}, 3);
  chip.power_on();
  std::vector<Bytes> answers;
  for (const Bytes& one : commands) answers.push_back(chip.transmit(one).bytes);
  return answers;
}

bool begins_with(const std::vector<Bytes>& whole, const std::vector<Bytes>& part) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

RC_GTEST_PROP(WholeLink, WithoutFaultsAnswersAsTheChipDoes, ()) {
  const auto commands = *rc::gen::container<std::vector<Bytes>>(command());
  LinkParameters parameters = with_fwi(*rc::gen::inRange(2U, 15U));
  // Frames of 16 to 256 bytes: everything is chained, or nothing.
  parameters.atqb.protocol_info[1] = static_cast<std::uint8_t>(*rc::gen::inRange(0, 9) << 4 | 1);
  const unsigned bit_rate = *rc::gen::element(106U, 212U, 424U, 848U);
  const Outcome outcome = through(commands, {}, parameters, bit_rate);
  RC_ASSERT_FALSE(outcome.lost);
  RC_ASSERT(outcome.answers == directly(commands));
}

RC_GTEST_PROP(WholeLink, AsManyFaultsAsItRetriesChangeNothing, ()) {
  const auto commands = *rc::gen::container<std::vector<Bytes>>(command());
  const auto plan = FaultPlan::recoverable(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(0U, 4U),
                                           4 * commands.size() + 4, 3);
  const Outcome outcome = through(commands, plan, with_fwi(*rc::gen::element(2U, 10U)), 106);
  RC_ASSERT_FALSE(outcome.lost);
  RC_ASSERT(outcome.answers == directly(commands));
  RC_ASSERT(outcome.reached == commands);
}

RC_GTEST_PROP(WholeLink, AnyFaultsGiveTheRightAnswersOrALostCardAndNoCommandTwice, ()) {
  const auto commands = *rc::gen::container<std::vector<Bytes>>(20, command());
  const auto plan = FaultPlan::recoverable(*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::inRange(0U, 100U),
                                           150, *rc::gen::inRange(1U, 9U));
  const Outcome outcome = through(commands, plan, with_fwi(*rc::gen::element(2U, 10U)), 106);
  RC_CLASSIFY(outcome.lost, "lost");
  RC_ASSERT(begins_with(directly(commands), outcome.answers));
  RC_ASSERT(begins_with(commands, outcome.reached));
  RC_ASSERT(outcome.lost || outcome.answers.size() == commands.size());
  // A lost card may have run the command whose answer is missing, and nothing after it.
  RC_ASSERT(outcome.reached.size() - outcome.answers.size() <= 1U);
}

RC_GTEST_PROP(WholeLink, CardSurvivesAnyFrames, ()) {
  const auto chip = std::make_shared<Logged>();
  TypeBCard card(chip, {}, 1);
  card.field_on(Duration::zero());
  reader::CardFrame answer;
  Duration now = milliseconds(10);
  const auto send = [&](Bytes frame, bool with_crc) {
    if (with_crc) reader::append_crc_b(frame);
    now += milliseconds(1);
    if (card.receive({frame, 106, now}, answer)) RC_ASSERT(answer.bytes.size() <= 256U);
  };
  if (*rc::gen::arbitrary<bool>()) {
    send(from_hex("050000"), true);
    Bytes attrib = {0x1D};
    attrib.insert(attrib.end(), card.atqb().pupi.begin(), card.atqb().pupi.end());
    for (const std::uint8_t parameter : {0x00, 0x08, 0x01, 0x00}) attrib.push_back(parameter);
    send(attrib, true);
  }
  const auto first = rc::gen::element<std::uint8_t>(0x02, 0x03, 0x12, 0x13, 0xA2, 0xA3, 0xB2, 0xB3, 0xC2,
                                                    0xF2, 0x05, 0x15, 0x1D, 0x50, 0x0A, 0x06);
  for (Bytes frame : *rc::gen::container<std::vector<Bytes>>(rc::gen::arbitrary<Bytes>())) {
    if (*rc::gen::arbitrary<bool>()) frame.insert(frame.begin(), *first);
    send(frame, *rc::gen::weightedElement<bool>({{9, true}, {1, false}}));
  }
}

/// A field with a card that gives random answers.
class Babble : public reader::CardInField {
 public:
  explicit Babble(std::vector<Bytes> answers) : answers_(std::move(answers)) {}
  void field_on(Duration) override {}
  void field_off(Duration) override {}
  bool receive(const reader::ReaderFrame& frame, reader::CardFrame& answer) override {
    if (frame.bytes[0] == 0x05 && frame.bytes.size() == 5) {
      answer.bytes = from_hex("50 01020304 000041E0 B381A1");
    } else if (frame.bytes[0] == 0x1D) {
      answer.bytes = {0x00};
    } else {
      if (next_ == answers_.size()) return false;
      answer.bytes = answers_[next_++];
    }
    reader::append_crc_b(answer.bytes);
    answer.bit_rate = 106;
    answer.delay = microseconds(200);
    return true;
  }

 private:
  std::vector<Bytes> answers_;
  std::size_t next_ = 0;
};

RC_GTEST_PROP(WholeLink, ReaderSurvivesAnyAnswers, ()) {
  const auto first =
      rc::gen::element<std::uint8_t>(0x02, 0x03, 0x12, 0x13, 0xA2, 0xA3, 0xB2, 0xC2, 0xF2, 0x0A, 0xFF, 0x00);
  auto answers = *rc::gen::container<std::vector<Bytes>>(rc::gen::arbitrary<Bytes>());
  for (Bytes& answer : answers) answer.insert(answer.begin(), *first);
  const std::size_t count = answers.size();
  Babble card(std::move(answers));
  reader::CardLink link(card, {});
  RC_ASSERT(link.activate(Duration::zero()));
  Bytes answer;
  std::size_t complete = 0;
  for (std::size_t i = 0; i <= count + 1 && link.active(); ++i) {
    complete += link.transceive(Bytes(300, 0x00), answer) ? 1 : 0;
  }
  RC_ASSERT(complete <= count);
  RC_ASSERT_FALSE(link.active());  // in the end it is silent
}

TEST(WholeLink, LongestCommandAndAnswerPass) {
  struct Mirror : CardApplication {
    void power_on() override {}
    void power_off() override {}
    void tear_off(Duration) override {}
    void transmit(ByteView command, Answer& answer) override {
      answer.bytes.assign(command.begin(), command.end());
      answer.bytes.resize(65'538);
    }
  };
  TypeBCard card(std::make_shared<Mirror>(), {}, 1);
  reader::CardLink link(card, {});
  ASSERT_TRUE(link.activate(Duration::zero()));
  Bytes command(4 + 3 + 65'535 + 2);
  for (std::size_t i = 0; i < command.size(); ++i) command[i] = static_cast<std::uint8_t>(i * 7 + i / 256);
  Bytes answer;
  ASSERT_TRUE(link.transceive(command, answer));
  ASSERT_EQ(answer.size(), 65'538U);
  EXPECT_TRUE(std::equal(answer.begin(), answer.end(), command.begin()));
}

// ---- a card that is pulled while it checks the PIN ----

ChipTiming timing() {
  ChipTiming timing;
  timing.overhead = microseconds(400);
  timing.write = milliseconds(3);
  timing.verify = milliseconds(2);
  return timing;
}

/// Tries left after a wrong PIN whose command was torn at `after` since its frame arrived at the card.
int tries_after_tear(Duration after) {
  const auto chip = std::make_shared<Logged>(timing());
  const auto card = std::make_shared<TypeBCard>(chip, LinkParameters{}, 1);
  // Frames: REQB, ATTRIB, SELECT, SELECT, VERIFY
  FaultyLink bad(card, {{{4, {Fault::Kind::torn, after, {}}}}, std::nullopt});
  reader::CardLink link(bad, {});
  EXPECT_TRUE(link.activate(Duration::zero()));
  Bytes answer;
  for (const std::string_view command : {kSelectJpki, kSelectPin}) {
    EXPECT_TRUE(link.transceive(from_hex(command), answer));
  }
  link.transceive(from_hex("0020008004 30303030"), answer);
  link.switch_off(link.now());
  return chip->chip().tries_left(secret::kAuthenticationPin);
}

TEST(WholeLink, PinIsFreeOnlyUntilTheCardHasWrittenTheTry) {
  const Duration written = timing().overhead + timing().write;
  EXPECT_EQ(tries_after_tear(Duration::zero()), 3);
  EXPECT_EQ(tries_after_tear(written - Duration(1)), 3);
  EXPECT_EQ(tries_after_tear(written), 2);
}

TEST(WholeLink, CutAnywhereInTheExchangeCostsAtMostTheOneTry) {
  for (Duration after = Duration::zero(); after < milliseconds(8); after += microseconds(7)) {
    const int tries = tries_after_tear(after);
    ASSERT_EQ(tries, after < timing().overhead + timing().write ? 3 : 2) << after.count();
  }
}

TEST(WholeLink, CardPulledBeforeTheFrameEndedHasNotHeardIt) {
  const auto chip = std::make_shared<Logged>(timing());
  TypeBCard card(chip, {}, 1);
  reader::CardLink link(card, {});
  link.activate(Duration::zero());
  Bytes answer;
  for (const std::string_view command : {kSelectJpki, kSelectPin}) link.transceive(from_hex(command), answer);
  const Duration begins = link.now();
  link.transceive(from_hex("0020008004 30303030"), answer);
  link.switch_off(begins + microseconds(50));  // the link had run ahead
  EXPECT_EQ(chip->chip().tries_left(secret::kAuthenticationPin), 3);
}

TEST(WholeLink, WrongPinWhoseAnswerIsLostCostsOneTry) {
  const auto chip = std::make_shared<Logged>();
  FaultyLink bad(std::make_shared<TypeBCard>(chip, LinkParameters{}, 1),
                 {{{4, {Fault::Kind::answer_lost, {}, {}}}, {5, {Fault::Kind::answer_corrupted, {}, {3}}}},
                  std::nullopt});
  reader::CardLink link(bad, {});
  ASSERT_TRUE(link.activate(Duration::zero()));
  Bytes answer;
  for (const std::string_view command : {kSelectJpki, kSelectPin}) {
    ASSERT_TRUE(link.transceive(from_hex(command), answer));
  }
  ASSERT_TRUE(link.transceive(from_hex("0020008004 30303030"), answer));
  EXPECT_EQ(to_hex(answer), "63C2");
  EXPECT_EQ(chip->chip().tries_left(secret::kAuthenticationPin), 2);
}

/// Number of S(WTX) that the card sends for a signature of 250 ms.
int requests_for_time(unsigned fwi) {
  struct Count : reader::FrameObserver {
    int requests = 0;
    void field(Duration, bool) override {}
    void frame(const reader::AirFrame& frame) override {
      requests += frame.sender == reader::FrameSender::picc && frame.bytes[0] == 0xF2 ? 1 : 0;
    }
  } count;
  struct Slow : CardApplication {
    void power_on() override {}
    void power_off() override {}
    void tear_off(Duration) override {}
    void transmit(ByteView, Answer& answer) override {
      answer.bytes = {0x90, 0x00};
      answer.processing = milliseconds(250);
    }
  };
  TypeBCard card(std::make_shared<Slow>(), with_fwi(fwi), 1);
  reader::CardLink link(card, {}, &count);
  EXPECT_TRUE(link.activate(Duration::zero()));
  const Duration before = link.now();
  Bytes answer;
  EXPECT_TRUE(link.transceive(from_hex("802A0080"), answer));
  const Duration took = link.now() - before;
  EXPECT_GE(took, milliseconds(250));
  EXPECT_LT(took, milliseconds(253));  // requests for time cost none, except for the last
  return count.requests;
}

TEST(WholeLink, SignatureNeedsNoMoreTimeWithTheCardsFwi10) { EXPECT_EQ(requests_for_time(10), 0); }

TEST(WholeLink, SignatureNeedsMoreTimeWithAnySmallerFwi) {
  EXPECT_EQ(requests_for_time(9), 1);   // 155 ms
  EXPECT_EQ(requests_for_time(4), 1);   // 4.8 ms, 59 times
  EXPECT_GE(requests_for_time(0), 14);  // 302 µs, 17.8 ms at most at a time
}

}  // namespace whole_link_test
}  // namespace uketsuke::chip
