#include "sim/personalisation/certificates/tlv.h"

#include <gtest/gtest.h>

namespace uketsuke::personalisation {

namespace tlv_test {

// docs/card-facts.md §1.5 and trap 7: one byte of length below 128, `82 hh ll` from there on, never 81.

TEST(Tlv, LengthHasOneByteBelow128) {
  EXPECT_EQ(to_hex(tlv(0xDF22, to_bytes("19800217"))), "DF22083139383030323137");
  const Bytes longest = tlv(0x91, Bytes(127));
  EXPECT_EQ(longest.size(), 129U);
  EXPECT_EQ(longest[1], 0x7F);
}

TEST(Tlv, LengthHasTheForm82From128On) {
  const Bytes bytes = tlv(0xFF40, Bytes(0x9F));
  EXPECT_EQ(to_hex(Bytes(bytes.begin(), bytes.begin() + 5)), "FF4082009F");
  EXPECT_EQ(tlv(0x91, Bytes(128))[1], 0x82);
}

TEST(Tlv, EmptyValueHasLengthZero) { EXPECT_EQ(to_hex(tlv(0xDF27, {})), "DF2700"); }

TEST(Tlv, ValueThatTwoBytesOfLengthCannotSayIsRefused) {
  EXPECT_THROW(tlv(0xDF27, Bytes(0x10000)), std::invalid_argument);
}

TEST(Tlv, PublicKeyHasExponentThenModulus) {
  const Bytes key = public_key_objects(Bytes(256, 0xAB));
  EXPECT_EQ(key.size(), 265U);  // §1.6: 0x109
  EXPECT_EQ(to_hex(Bytes(key.begin(), key.begin() + 10)), "900301000191820100AB");
}

}  // namespace tlv_test
}  // namespace uketsuke::personalisation
