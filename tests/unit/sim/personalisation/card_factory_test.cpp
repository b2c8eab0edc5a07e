#include "sim/personalisation/card_factory.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "sim/chip/chip.h"
#include "sim/pki/verification.h"
#include "tests/unit/sim/personalisation/test_factory.h"

namespace uketsuke::personalisation {

namespace card_factory_test {

CardFactory& factory() { return TestFactory::instance().factory; }

chip::Chip in_jpki(const PersonalisedCard& card) {
  chip::Chip chip(card.image);
  chip.power_on();
  chip.transmit(from_hex("00A4040C0A D392F000260100000001"));
  return chip;
}

std::string ask(chip::Chip& chip, std::string_view command) {
  return to_hex(chip.transmit(from_hex(command)).bytes);
}

TEST(CardFactory, AuthenticationCertificateIsOnTheCardAndVerifies) {
  const PersonalisedCard card = factory().make(test_persona());
  chip::Chip chip = in_jpki(card);
  const chip::Answer answer = chip.transmit(from_hex("00B08A00000800"));
  const Bytes read(answer.data().begin(), answer.data().end());
  pki::TrustStore trust;
  trust.trust(factory().authentication_authority().certificate(test_persona().card->issued));
  EXPECT_EQ(trust.verify(read, DateTime(*parse_date("2026-04-01"))), pki::CertificateVerdict::valid);
  EXPECT_EQ(pki::read_certificate(read)->serial, card.authentication_serial);
}

TEST(CardFactory, SignatureOfTheChipVerifiesUnderItsCertificate) {
  const PersonalisedCard card = factory().make(test_persona());
  chip::Chip chip = in_jpki(card);
  ASSERT_EQ(ask(chip, "0020009804 31323334"), "9000");
  const chip::Answer answer = chip.transmit(from_hex("802A039704 01020304 00"));
  EXPECT_TRUE(pki::verify_signature(card.authentication_certificate, from_hex("01020304"),
                                    Bytes(answer.data().begin(), answer.data().end())));
}

TEST(CardFactory, SigningKeyBelongsToTheSigningCertificate) {
  const PersonalisedCard card = factory().make(test_persona());
  chip::Chip chip = in_jpki(card);
  ASSERT_EQ(ask(chip, "0020009B06 414243313233"), "9000");
  const chip::Answer certificate = chip.transmit(from_hex("00B08100000A00"));
  const chip::Answer signature = chip.transmit(from_hex("802A039A04 01020304 00"));
  EXPECT_TRUE(pki::verify_signature(Bytes(certificate.data().begin(), certificate.data().end()),
                                    from_hex("01020304"),
                                    Bytes(signature.data().begin(), signature.data().end())));
}

TEST(CardFactory, LastDayOfTheCertificateCanBeSet) {
  const Date last = *parse_date("2025-12-31");
  const PersonalisedCard card = factory().make(test_persona(), {last});
  EXPECT_EQ(card.authentication_expires, last);
  EXPECT_EQ(pki::read_certificate(card.authentication_certificate)->not_after,
            DateTime(last) + std::chrono::seconds(86399));
}

TEST(CardFactory, CertificateThatEndedBeforeTheCardWasIssuedIsAnOlderOne) {
  const PersonalisedCard card = factory().make(test_persona(), {*parse_date("2024-03-31")});
  const auto facts = pki::read_certificate(card.authentication_certificate);
  EXPECT_EQ(facts->not_before, DateTime(*parse_date("2019-03-31")));
}

TEST(CardFactory, SerialsOfOnePersonsCertificatesDiffer) {
  EXPECT_NE(factory().make(test_persona()).authentication_serial,
            factory().make(test_persona(), {*parse_date("2025-12-31")}).authentication_serial);
}

TEST(CardFactory, TokenIsCalledAsClientsExpect) {
  chip::Chip chip = in_jpki(factory().make(test_persona()));
  EXPECT_EQ(ask(chip, "00B086000F"), to_hex(to_bytes("JPKIAPICCTOKEN2")) + "9000");
}

TEST(CardFactory, NumberBOfThePersonOpensTheCardFace) {
  chip::Chip chip(factory().make(test_persona()).image);
  chip.power_on();
  ask(chip, "00A4040C0A D3921000310001010402");
  EXPECT_EQ(ask(chip, "002000920E 3535303231373230333532323835"), "9000");
}

TEST(CardFactory, PinlessCardHasItsPinBlockedAndNoSigningCertificate) {
  chip::Chip chip = in_jpki(factory().make(pinless_persona()));
  EXPECT_EQ(ask(chip, "00200098"), "63C0");
  EXPECT_EQ(ask(chip, "0020009B"), "63C0");
  EXPECT_EQ(ask(chip, "00B0880000"), "008F009000");
}

TEST(CardFactory, InfantCardHasAPin) {
  chip::Chip chip = in_jpki(factory().make(infant_persona()));
  EXPECT_EQ(ask(chip, "0020009804 31323334"), "9000");
  EXPECT_EQ(ask(chip, "00B0880000"), "008F009000");  // no signing certificate: §1.3, a child under 15
}

TEST(CardFactory, PersonWithoutCardIsAnInputErrorThatNamesHim) {
  scenario::Persona persona = test_persona();
  persona.card.reset();
  try {
    factory().make(persona);
    FAIL() << "somebody without a card got one";
  } catch (const InputError& e) {
    EXPECT_NE(std::string(e.what()).find("test-person"), std::string::npos) << e.what();
  }
}

TEST(CardFactory, StandardCardWithoutPinIsAnInputError) {
  scenario::Persona persona = test_persona();
  persona.card->pin = {};
  EXPECT_THROW(factory().make(persona), InputError);
}

TEST(CardFactory, SecurityCodeOfWrongLengthIsAnInputError) {
  scenario::Persona persona = test_persona();
  persona.card->security_code = record::Secret("228");
  EXPECT_THROW(factory().make(persona), InputError);
}

TEST(CardFactory, SecondFactoryMakesTheSameCardWithAndWithoutTheCache) {
  TestFactory& first = TestFactory::instance();
  pki::KeyStore keys(UKETSUKE_TEST_KEYS);
  const TemporaryFolder folder;
  const pki::ArtefactCache cache(folder.path());
  CardFactory second(keys, cache, "sim/chip/images");
  const PersonalisedCard a = first.factory.make(test_persona());
  second.make(test_persona());
  const PersonalisedCard b = second.make(test_persona());
  ASSERT_EQ(a.image->files.size(), b.image->files.size());
  for (std::size_t i = 0; i < a.image->files.size(); ++i) {
    EXPECT_EQ(a.image->files[i].content, b.image->files[i].content) << a.image->files[i].name;
  }
}

TEST(CardFactory, PrepareMakesTheKeysThatMakeNeeds) {
  const TemporaryFolder folder;
  pki::KeyStore keys(folder.path());
  const pki::ArtefactCache cache(folder.path() / "artefacts");
  CardFactory other(keys, cache, "sim/chip/images");
  const scenario::Persona persona = infant_persona();
  other.prepare({&persona});
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "test-person-authentication.der"));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "test-person-card.der"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "test-person-signing.der"));
}

}  // namespace card_factory_test
}  // namespace uketsuke::personalisation
