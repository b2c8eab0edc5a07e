#include "sim/personalisation/photo/card_face.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <map>

#include "sim/chip/chip.h"
#include "sim/pki/verification.h"
#include "tests/unit/sim/personalisation/file_objects.h"
#include "tests/unit/sim/personalisation/test_factory.h"

namespace uketsuke::personalisation {

namespace card_face_test {

// The files of the card-face application as a reader parses them: docs/card-facts.md §1.6, §3.

/// Objects of EF 0002 by tag, with their offsets from the first byte of the file.
std::map<int, Object> face_of(const scenario::Persona& persona) {
  const Bytes content = file(persona, "card_face");
  return objects(objects(content).at(0xFF20).value, 5);
}

/// The key certified in EF 0004.
Bytes certified_modulus() {
  const Bytes body =
      objects(objects(file(test_persona(), "card_face_cv_certificate")).at(0x7F21).value).at(0x5F4E).value;
  return objects(Bytes(body.begin() + 32, body.end())).at(0x91).value;
}

Bytes sha256(const Bytes& data) {
  Bytes hash(32);
  EVP_Digest(data.data(), data.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
  return hash;
}

/// RSA with exponent 65537, implemented here: the result of the public-key operation.
Bytes public_operation(const Bytes& modulus, const Bytes& signature) {
  BN_CTX* context = BN_CTX_new();
  BIGNUM* n = BN_bin2bn(modulus.data(), static_cast<int>(modulus.size()), nullptr);
  BIGNUM* s = BN_bin2bn(signature.data(), static_cast<int>(signature.size()), nullptr);
  BIGNUM* e = BN_new();
  BN_set_word(e, 65537);
  BN_mod_exp(s, s, e, n, context);
  Bytes block(256);
  BN_bn2binpad(s, block.data(), 256);
  for (BIGNUM* number : {n, s, e}) BN_free(number);
  BN_CTX_free(context);
  return block;
}

TEST(CardFace, HasItsNineObjectsInOrder) {
  const auto face = face_of(test_persona());
  std::size_t before = 0;
  for (int tag = 0xDF21; tag <= 0xDF2A; ++tag) {
    ASSERT_EQ(face.count(tag), 1U) << std::hex << tag;
    EXPECT_GT(face.at(tag).at, before) << std::hex << tag;
    before = face.at(tag).at;
  }
  EXPECT_EQ(face.size(), 10U);
}

TEST(CardFace, OffsetsCountFromTheFirstByteOfTheFileToTheTags) {
  const auto face = face_of(test_persona());
  const Bytes& table = face.at(0xDF21).value;
  ASSERT_EQ(table.size(), 18U);
  for (std::size_t i = 0; i < 9; ++i) {
    const auto offset = static_cast<std::size_t>(table[2 * i] << 8 | table[2 * i + 1]);
    EXPECT_EQ(offset, face.at(0xDF22 + static_cast<int>(i)).at);
  }
}

TEST(CardFace, SaysBirthDateSexAndExpiry) {
  const auto face = face_of(test_persona());
  EXPECT_EQ(face.at(0xDF22).value, to_bytes("19800217"));
  EXPECT_EQ(face.at(0xDF23).value, to_bytes("2"));
  EXPECT_EQ(face.at(0xDF29).value, to_bytes("20350217"));
}

TEST(CardFace, SignatureCoversThreeHashesUnderTheKeyOfEf0004) {
  const auto face = face_of(test_persona());
  const auto together = [&face](std::initializer_list<int> tags) {
    Bytes all;
    for (const int tag : tags) all.insert(all.end(), face.at(tag).whole.begin(), face.at(tag).whole.end());
    return sha256(all);
  };
  // RFC 8017 §9.2 with a digest of 96 bytes (docs/card-facts.md §3.2)
  Bytes expected = from_hex("0001");
  expected.resize(256 - 1 - 19 - 96, 0xFF);
  const Bytes head = from_hex("00 3071300D060960864801650304020105000460");
  expected.insert(expected.end(), head.begin(), head.end());
  for (const Bytes& hash :
       {together({0xDF22, 0xDF23, 0xDF24}), together({0xDF25, 0xDF26}), together({0xDF27})}) {
    expected.insert(expected.end(), hash.begin(), hash.end());
  }
  EXPECT_EQ(public_operation(certified_modulus(), face.at(0xDF28).value), expected);
}

TEST(CardFace, InfantHasAnEmptyPhoto) {
  EXPECT_EQ(face_of(infant_persona()).at(0xDF27).whole, from_hex("DF2700"));
}

TEST(CardFace, CardSignsWithTheKeyThatItsFaceShows) {
  const auto card = TestFactory::instance().factory.make(test_persona());
  chip::Chip chip(card.image);
  chip.power_on();
  chip.transmit(from_hex("00A4040C0A D3921000310001010402"));
  const Bytes challenge = to_bytes("challenge of the reader");
  Bytes command = from_hex("802A0300");
  command.push_back(static_cast<std::uint8_t>(challenge.size()));
  command.insert(command.end(), challenge.begin(), challenge.end());
  command.push_back(0x00);
  const chip::Answer answer = chip.transmit(command);
  const Bytes signature(answer.data().begin(), answer.data().end());
  const Bytes modulus = objects(face_of(test_persona()).at(0xDF24).value).at(0x91).value;
  EXPECT_TRUE(pki::verify_signature_by_modulus(modulus, challenge, signature));
}

TEST(AgeRecord, HasTheLengthOfTheCardsAndASignatureOverWhatStandsBeforeIt) {
  const Bytes content = file(test_persona(), "age_record");
  EXPECT_EQ(to_hex(Bytes(content.begin(), content.begin() + 5)), "FF1082021E");  // §1.6
  const auto record = objects(objects(content).at(0xFF10).value);
  EXPECT_EQ(record.at(0xDF11).value, to_bytes("19800217"));
  Bytes signed_part = record.at(0xDF11).whole;
  signed_part.insert(signed_part.end(), record.at(0xDF12).whole.begin(), record.at(0xDF12).whole.end());
  EXPECT_TRUE(pki::verify_signature_by_modulus(certified_modulus(), signed_part, record.at(0xDF13).value));
}

TEST(MyNumberImage, IsSignedUnderTheSameKey) {
  const auto image = objects(objects(file(test_persona(), "my_number_image")).at(0xFF40).value);
  Bytes signed_part = image.at(0xDF41).whole;
  signed_part.insert(signed_part.end(), image.at(0xDF42).whole.begin(), image.at(0xDF42).whole.end());
  EXPECT_TRUE(pki::verify_signature_by_modulus(certified_modulus(), signed_part, image.at(0xDF43).value));
}

TEST(CvCertificate, HasThe568BytesOfTheCardsAndVerifiesUnderTheRoot) {
  const Bytes content = file(test_persona(), "card_face_cv_certificate");
  ASSERT_EQ(content.size(), 568U);  // §3.4
  EXPECT_EQ(to_hex(Bytes(content.begin(), content.begin() + 10)), "7F218202335F4E820129");
  const auto parts = objects(objects(content).at(0x7F21).value);
  EXPECT_TRUE(pki::verify_signature_by_modulus(TestFactory::instance().factory.cv_root_modulus(),
                                               parts.at(0x5F4E).value, parts.at(0x5F37).value));
}

TEST(CvCertificate, KeyIdsAreNotThoseOfARealRoot) {
  const Bytes content = file(test_persona(), "card_face_cv_certificate");
  const std::string issuer(content.begin() + 10, content.begin() + 17);
  for (const char* real : {"5000020", "5000023", "5000033", "6000020", "6000023", "6000033"})
    EXPECT_NE(issuer, real);
}

TEST(CardFaceInformation, HasTheShapeOfTheCards) {
  const auto information = objects(objects(file(test_persona(), "card_face_information")).at(0xFF30).value);
  EXPECT_EQ(information.at(0xDF31).value, from_hex("06030E01"));
  EXPECT_EQ(information.at(0xDF32).value.size(), 16U);
  EXPECT_EQ(information.at(0xDF34).value.size(), 5U);
  EXPECT_EQ(information.at(0xDF35).value.size(), 0x110U);
}

}  // namespace card_face_test
}  // namespace uketsuke::personalisation
