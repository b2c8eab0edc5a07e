#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::chip {

namespace any_bytes_test {

/// Bytes that often have a header that the chip knows, so that handlers are reached.
rc::Gen<Bytes> likely_command() {
  const auto header = rc::gen::element<std::string>(
      "00A4040C", "00A4020C", "00B00000", "00B08A00", "00B2010C", "00CA00F0", "00200080", "00200098",
      "00240180", "802A0080", "802A0500", "802A0097", "00840000");
  return rc::gen::map(rc::gen::pair(header, rc::gen::arbitrary<Bytes>()), [](const auto& parts) {
    Bytes bytes = from_hex(parts.first);
    bytes.insert(bytes.end(), parts.second.begin(), parts.second.end());
    return bytes;
  });
}

void expect_answers(Chip& chip, const std::vector<Bytes>& commands) {
  for (const Bytes& command : commands) {
    const Answer answer = chip.transmit(command);
    RC_ASSERT(answer.bytes.size() >= 2U);
    const int first = answer.bytes[answer.bytes.size() - 2];
    RC_ASSERT(first == 0x90 || (first >= 0x62 && first <= 0x6F));
    RC_ASSERT(first != 0x61 && first != 0x6C);  // this card never requests GET RESPONSE
    RC_ASSERT(first == 0x90 || answer.bytes.size() == 2U);
  }
}

RC_GTEST_PROP(ChipWithAnyBytes, AlwaysAnswersAStatusWord, (const std::vector<Bytes>& commands)) {
  Chip chip = powered_chip(signing_image());
  expect_answers(chip, commands);
}

RC_GTEST_PROP(ChipWithAnyBytes, AlwaysAnswersAStatusWordInsideAnApplication, (bool card_face)) {
  Chip chip = powered_chip(signing_image());
  ask(chip, card_face ? kSelectCardFace : kSelectJpki);
  verify(chip, card_face ? "92" : "98", card_face ? kNumberB : kPin);
  expect_answers(chip, *rc::gen::container<std::vector<Bytes>>(likely_command()));
}

RC_GTEST_PROP(ChipWithAnyBytes, TriesOnlyGoDownExceptBySuccess, ()) {
  Chip chip = powered_chip();
  ask(chip, kSelectJpki);
  ask(chip, kSelectPin);
  int before = chip.tries_left(secret::kAuthenticationPin);
  for (const Bytes& command : *rc::gen::container<std::vector<Bytes>>(likely_command())) {
    const StatusWord status = chip.transmit(command).status();
    const int after = chip.tries_left(secret::kAuthenticationPin);
    RC_ASSERT(after <= before || status == sw::kOk);
    before = after;
  }
}

TEST(ChipWithAnyBytes, Takes64KibibytesOfData) {
  Chip chip = powered_chip(signing_image());
  ask(chip, kSelectCardFace);
  Bytes command = from_hex("802A0300 00FFFF");
  command.resize(command.size() + 0xFFFF, 0x5A);
  command.insert(command.end(), {0x01, 0x00});
  EXPECT_EQ(chip.transmit(command).data().size, 256U);
  command.push_back(0x00);
  EXPECT_EQ(chip.transmit(command).status(), sw::kWrongLength);
}

}  // namespace any_bytes_test
}  // namespace uketsuke::chip
