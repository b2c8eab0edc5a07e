#include "sim/personalisation/input_support.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include "sim/chip/chip.h"
#include "sim/pki/verification.h"
#include "tests/unit/sim/personalisation/file_objects.h"
#include "tests/unit/sim/personalisation/test_factory.h"

namespace uketsuke::personalisation {

namespace input_support_test {

// The files of 券面事項入力補助 as a client parses them: docs/card-facts.md §1.5; traps 7, 8, 14 and 15 of
// §7.10.

Bytes sha256(const Bytes& data) {
  Bytes hash(32);
  EVP_Digest(data.data(), data.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
  return hash;
}

Bytes from(const Bytes& bytes, std::size_t at, std::size_t count = std::string::npos) {
  return Bytes(bytes.begin() + static_cast<long>(at),
               bytes.begin() + static_cast<long>(std::min(
                                   bytes.size(), count == std::string::npos ? bytes.size() : at + count)));
}

/// A person whose four items fit into 127 bytes, and one whose items do not.
scenario::Persona with_address(const std::string& address) {
  scenario::Persona persona = test_persona();
  persona.address = address;
  return persona;
}
scenario::Persona short_address() { return with_address("受付県試験市一丁目１"); }
scenario::Persona long_address() {
  return with_address("受付県試験市字たいへんながいながい地名一丁目一番一号受付台ハイツ壱百壱号室");
}

/// The key certified in EF 0004.
Bytes certified_modulus() {
  const Bytes body = objects(objects(file(test_persona(), "input_support_cv_certificate")).at(0x7F21).value)
                         .at(0x5F4E)
                         .value;
  return objects(from(body, 32)).at(0x91).value;
}

TEST(MyNumber, HasFifteenBytes) {
  EXPECT_EQ(file(test_persona(), "my_number"), from_hex("FF100C 313233343536373839303138"));
}

TEST(FourItems, OffsetsOfAWorkedExample) {
  // §1.5: FF20 65, DF21 08 000E 0020 0059 0064 for a name of 15 bytes and an address of 54
  FourItems items;
  items.name = "佐藤　花子";
  items.address = "受付県試験市一丁目１番１号一二三";
  items.born = *parse_date("1980-02-17");
  items.sex = scenario::Sex::female;
  ASSERT_EQ(items.name.size(), 15U);
  ASSERT_EQ(items.address.size(), 48U);
  items.address += "四五";
  EXPECT_EQ(to_hex(from(four_items(items), 0, 14)), "FF2065DF2108000E002000590064");
}

TEST(FourItems, SayWhoTheHolderIs) {
  const auto items = objects(objects(file(short_address(), "four_items")).at(0xFF20).value);
  EXPECT_EQ(items.at(0xDF22).value, to_bytes("佐藤　花子"));
  EXPECT_EQ(items.at(0xDF23).value, to_bytes("受付県試験市一丁目１"));
  EXPECT_EQ(items.at(0xDF24).value, to_bytes("19800217"));
  EXPECT_EQ(items.at(0xDF25).value, to_bytes("2"));
}

TEST(FourItems, NameHasAnIdeographicSpace) {
  scenario::Persona persona = test_persona();
  persona.name.ja = "佐藤 花子";
  const auto items = objects(objects(file(persona, "four_items")).at(0xFF20).value);
  EXPECT_EQ(items.at(0xDF22).value, to_bytes("佐藤　花子"));
}

// §7.9: of two clients, each reads only one of the forms.
TEST(FourItems, LengthHasTheLongFormFrom128BytesOn) {
  EXPECT_LT(file(short_address(), "four_items").at(2), 0x80);
  const Bytes content = file(long_address(), "four_items");
  EXPECT_EQ(content.at(2), 0x82);
  EXPECT_GT(content.size(), 132U);
}

TEST(FourItems, OffsetsCountFromTheFirstByteOfTheFileInBothForms) {
  for (const scenario::Persona& persona : {short_address(), long_address()}) {
    const Bytes content = file(persona, "four_items");
    const std::size_t header = content.at(2) == 0x82 ? 5 : 3;
    const auto items = objects(objects(content).at(0xFF20).value, header);
    const Bytes& table = items.at(0xDF21).value;
    ASSERT_EQ(table.size(), 8U);
    for (std::size_t i = 0; i < 4; ++i) {
      EXPECT_EQ(static_cast<std::size_t>(table[2 * i] << 8 | table[2 * i + 1]),
                items.at(0xDF22 + static_cast<int>(i)).at);
    }
  }
}

TEST(InputSupportIntegrity, HashesThePhysicalNumberFileAndTheItemsWithoutTheirTable) {
  for (const scenario::Persona& persona : {short_address(), long_address()}) {
    const Bytes integrity = file(persona, "input_support_integrity");
    ASSERT_EQ(integrity.size(), 336U);
    EXPECT_EQ(to_hex(from(integrity, 0, 5)), "FF3082014B");
    const auto parts = objects(objects(integrity).at(0xFF30).value);
    EXPECT_EQ(parts.at(0xDF31).value, sha256(from_hex("FF100C 313233343536373839303138 FFFF")));  // 17 bytes
    const Bytes items = objects(file(persona, "four_items")).at(0xFF20).value;
    EXPECT_EQ(parts.at(0xDF32).value, sha256(from(items, 11)));
    EXPECT_TRUE(pki::verify_signature_by_modulus(certified_modulus(), from(integrity, 5, 70),
                                                 parts.at(0xDF33).value));
  }
}

TEST(InputSupportInformation, Has164BytesInTheShapeOfTheCards) {
  const Bytes content = file(test_persona(), "input_support_information");
  ASSERT_EQ(content.size(), 164U);
  EXPECT_EQ(to_hex(from(content, 0, 5)), "FF4082009F");
  const auto parts = objects(objects(content).at(0xFF40).value);
  EXPECT_EQ(parts.at(0xDF41).value, from_hex("01030E01"));
  EXPECT_EQ(parts.at(0xDF42).value.size(), 16U);
  EXPECT_EQ(parts.at(0xDF43).value.size(), 128U);
}

TEST(InputSupportCvCertificate, VerifiesUnderTheRoot) {
  const Bytes content = file(test_persona(), "input_support_cv_certificate");
  ASSERT_EQ(content.size(), 568U);
  const auto parts = objects(objects(content).at(0x7F21).value);
  EXPECT_TRUE(pki::verify_signature_by_modulus(TestFactory::instance().factory.cv_root_modulus(),
                                               parts.at(0x5F4E).value, parts.at(0x5F37).value));
}

TEST(SignedPublicKey, IsThatOfTheCardAndSignedByTheCertifiedKey) {
  const Bytes content = file(test_persona(), "signed_public_key");
  EXPECT_EQ(to_hex(from(content, 0, 10)), "FF50820213DF51820109");
  const auto parts = objects(objects(content).at(0xFF50).value);
  EXPECT_TRUE(
      pki::verify_signature_by_modulus(certified_modulus(), parts.at(0xDF51).whole, parts.at(0xDF52).value));

  chip::Chip chip(TestFactory::instance().factory.make(test_persona()).image);
  chip.power_on();
  chip.transmit(from_hex("00A4040C0A D3921000310001010408"));
  const chip::Answer answer = chip.transmit(from_hex("802A030004 01020304 00"));
  EXPECT_TRUE(pki::verify_signature_by_modulus(objects(parts.at(0xDF51).value).at(0x91).value,
                                               from_hex("01020304"),
                                               Bytes(answer.data().begin(), answer.data().end())));
}

TEST(SessionPublicKey, HasExponentAndModulus) {
  const Bytes content = file(test_persona(), "session_public_key");
  const auto parts = objects(objects(content).at(0xA1).value);
  EXPECT_EQ(parts.at(0x90).value, from_hex("010001"));
  EXPECT_EQ(parts.at(0x91).value.size(), 256U);
}

}  // namespace input_support_test
}  // namespace uketsuke::personalisation
