#include "reader_model/rf/atr.h"

#include <gtest/gtest.h>

namespace uketsuke::reader {
namespace atr_test {

// ATRs of contactless Japanese cards in the list of pcsc-tools (docs/card-facts.md §5.2).

TEST(ContactlessAtr, OfACardThatNamesItself000005E0) {
  EXPECT_EQ(to_hex(contactless_atr({{}, {0x00, 0x00, 0x05, 0xE0}, {0xB3, 0x81, 0xA1}})),
            "3B888001000005E0B381A1007F");
}

TEST(ContactlessAtr, OfACardThatNamesItself000041E0) {
  EXPECT_EQ(to_hex(contactless_atr({{}, {0x00, 0x00, 0x41, 0xE0}, {0xB3, 0x81, 0xA1}})),
            "3B888001000041E0B381A1003B");
}

TEST(ContactlessAtr, OfABasicResidentRegisterCard) {
  EXPECT_EQ(to_hex(contactless_atr({{}, {0x00, 0x00, 0x14, 0xE0}, {0xB3, 0x81, 0x91}})),
            "3B888001000014E0B38191005E");
}

TEST(ContactlessAtr, DoesNotTellThePupi) {
  const Atqb one{{1, 2, 3, 4}, {0x00, 0x00, 0x41, 0xE0}, {0xB3, 0x81, 0xA1}};
  Atqb other = one;
  other.pupi = {5, 6, 7, 8};
  EXPECT_EQ(contactless_atr(one), contactless_atr(other));
}

TEST(ContactlessAtr, HasTheBufferLengthInTheHighDigitBeforeTheCheckByte) {
  EXPECT_EQ(to_hex(contactless_atr({{}, {0x00, 0x00, 0x41, 0xE0}, {0xB3, 0x81, 0xA1}}, 3)),
            "3B888001000041E0B381A1300B");
}

}  // namespace atr_test
}  // namespace uketsuke::reader
