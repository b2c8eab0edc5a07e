#include <gtest/gtest.h>

#include <sstream>

#include "sim/chip/chip.h"
#include "sim/personalisation/card_factory.h"
#include "sim/pki/verification.h"
#include "tests/unit/sim/personalisation/file_objects.h"
#include "tests/unit/sim/personalisation/test_factory.h"

namespace uketsuke::personalisation {

namespace whole_card_test {

// A personalised card in all its applications: docs/card-facts.md §1.5 to §1.9, §4.

CardFactory& factory() { return TestFactory::instance().factory; }

chip::Chip in(const scenario::Persona& persona, const char* application, const CardOptions& options = {}) {
  chip::Chip chip(factory().make(persona, options).image);
  chip.power_on();
  chip.transmit(from_hex(std::string("00A4040C0A") + application));
  return chip;
}

std::string ask(chip::Chip& chip, std::string_view command) {
  return to_hex(chip.transmit(from_hex(command)).bytes);
}

constexpr const char* kJpki = "D392F000260100000001";
constexpr const char* kCardFace = "D3921000310001010402";
constexpr const char* kInputSupport = "D3921000310001010408";
constexpr const char* kCommon = "D3921000310001010100";
constexpr const char* kJuki = "D3921000310001010401";

TEST(WholeCard, CommonRecordHasSerialMunicipalityAndExpiry) {
  chip::Chip chip = in(test_persona(), kCommon);
  const chip::Answer answer = chip.transmit(from_hex("00B2010C00"));
  const std::string record(answer.data().begin(), answer.data().end());
  ASSERT_EQ(record.size(), 30U);
  EXPECT_EQ(record.substr(0, 2), "\x01\x1C");
  EXPECT_EQ(record.find_first_not_of("0123456789", 2), std::string::npos);
  EXPECT_EQ(record.substr(17, 5), "99101");
  EXPECT_EQ(record.substr(22), "20350217");
}

TEST(WholeCard, EveryPinOfTheHolderIsTheOneThatWasChosen) {
  for (const auto& [application, reference] : {std::pair(kJpki, "98"), std::pair(kInputSupport, "91"),
                                               std::pair(kCommon, "9C"), std::pair(kJuki, "9C")}) {
    chip::Chip chip = in(test_persona(), application);
    EXPECT_EQ(ask(chip, std::string("002000") + reference), "63C3") << application;
    EXPECT_EQ(ask(chip, std::string("002000") + reference + "0431323334"), "9000") << application;
  }
}

TEST(WholeCard, PrintedNumbersOpenInputSupport) {  // §1.9: a worked example of 照合番号B
  chip::Chip chip = in(test_persona(), kInputSupport);
  EXPECT_EQ(ask(chip, "002000950E 3535303231373230333532323835"), "9000");
  EXPECT_EQ(ask(chip, "002000940C 313233343536373839303138"), "9000");
}

TEST(WholeCard, PinlessCardHasAllItsPinsBlockedAndItsNumbersNot) {
  for (const auto& [application, reference] :
       {std::pair(kJpki, "98"), std::pair(kJpki, "9B"), std::pair(kInputSupport, "91"),
        std::pair(kCommon, "9C"), std::pair(kJuki, "9C")}) {
    chip::Chip chip = in(pinless_persona(), application);
    EXPECT_EQ(ask(chip, std::string("002000") + reference), "63C0") << application;
    EXPECT_EQ(ask(chip, std::string("002000") + reference + "0431323334"), "6984") << application;
  }
  chip::Chip chip = in(pinless_persona(), kCardFace);
  EXPECT_EQ(ask(chip, "002000920E 3535303231373230333532323835"), "9000");
}

TEST(WholeCard, InfantCardIsSignedThoughItHasNoPhoto) {
  chip::Chip chip = in(infant_persona(), kInputSupport);
  EXPECT_EQ(ask(chip, "0020009104 31323334"), "9000");
  EXPECT_EQ(ask(chip, "00B0820002"), "FF209000");
}

/// DF27 of the card-face file, as a reader finds it.
Bytes photo_in(const CardOptions& options) {
  chip::Chip chip = in(test_persona(), kCardFace, options);
  EXPECT_EQ(ask(chip, "002000920E 3535303231373230333532323835"), "9000");
  const Bytes head = chip.transmit(from_hex("00B0820005")).bytes;
  const std::size_t size = 5 + static_cast<std::size_t>(head.at(3) << 8 | head.at(4));
  const Bytes command = {
      0x00, 0xB0, 0x82, 0x00, 0x00, static_cast<std::uint8_t>(size >> 8), static_cast<std::uint8_t>(size)};
  const chip::Answer answer = chip.transmit(command);
  const Bytes file(answer.data().begin(), answer.data().end());
  return objects(objects(file).at(0xFF20).value).at(0xDF27).value;
}

TEST(WholeCard, PhotoCanBeChosen) {
  const Bytes chosen(5000, 0x5A);
  CardOptions options;
  options.photo = chosen;
  EXPECT_EQ(photo_in(options), chosen);
  EXPECT_NE(photo_in({}), chosen);
}

TEST(WholeCard, PhotoCanBeMissingFromACardThatShouldHaveOne) {
  CardOptions options;
  options.photo = Bytes();
  EXPECT_TRUE(photo_in(options).empty());
}

TEST(WholeCard, DataObjectsAreThere) {
  chip::Chip chip = in(test_persona(), kJuki);
  const std::pair<const char*, std::size_t> sizes[] = {{"00CA00F000", 5},
                                                       {"00CA00F200", 8},
                                                       {"00CA00F700", 16},
                                                       {"00CA00F8000000", 563},
                                                       {"00CA7F21000000", 563}};
  for (const auto& [command, size] : sizes) EXPECT_EQ(chip.transmit(from_hex(command)).data().size, size);
}

TEST(WholeCard, CvCertificatesOfGetDataVerifyUnderTheRoot) {
  chip::Chip chip = in(test_persona(), kJuki);
  for (const char* command : {"00CA00F8000000", "00CA7F21000000"}) {
    const chip::Answer answer = chip.transmit(from_hex(command));
    const auto parts = objects(Bytes(answer.data().begin(), answer.data().end()));
    EXPECT_TRUE(pki::verify_signature_by_modulus(factory().cv_root_modulus(), parts.at(0x5F4E).value,
                                                 parts.at(0x5F37).value));
  }
}

/// Sends `header 00 Lc Lc data`.
std::string send(chip::Chip& chip, std::string_view header, const Bytes& data) {
  Bytes command = from_hex(header);
  command.insert(command.end(),
                 {0x00, static_cast<std::uint8_t>(data.size() >> 8), static_cast<std::uint8_t>(data.size())});
  command.insert(command.end(), data.begin(), data.end());
  return to_hex(chip.transmit(command).bytes);
}

TEST(WholeCard, TakesTheCertificateOfOurTerminal) {
  const MedicalTerminal terminal = factory().medical_terminal();
  ASSERT_EQ(terminal.certificate.size(), 568U);
  const auto middle = terminal.certificate.begin() + 307;
  chip::Chip chip = in(test_persona(), kJpki);
  ask(chip, "00A4020C020016");
  EXPECT_EQ(send(chip, "80A206C1", Bytes(terminal.certificate.begin(), middle)), "9000");
  EXPECT_EQ(send(chip, "80A200C1", Bytes(middle, terminal.certificate.end())), "9000");
}

TEST(WholeCard, PinlessContinuationIsOffUnlessAskedFor) {
  EXPECT_TRUE(factory().make(test_persona()).image->assumptions().empty());
  chip::Policies assumed;
  assumed.pinless = chip::Pinless::assumed;
  const PersonalisedCard card = factory().make(test_persona(), {std::nullopt, assumed});
  EXPECT_EQ(card.image->assumptions().size(), 1U);
}

TEST(WholeCard, AuthoritiesAsPemAreTwoCertificates) {
  std::istringstream pem(factory().authorities_pem(test_persona().card->issued));
  int begins = 0;
  for (std::string line; std::getline(pem, line);) begins += line == "-----BEGIN CERTIFICATE-----" ? 1 : 0;
  EXPECT_EQ(begins, 2);
}

}  // namespace whole_card_test
}  // namespace uketsuke::personalisation
