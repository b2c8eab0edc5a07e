#include "scenarios/loader/persona/persona.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace persona_test {

const std::string kCard =
    "card:\n  issued: 2022-06-15\n  expires: 2032-04-12\n  certificate_expires: 2027-04-12\n  pin: \"1234\"\n"
    "  security_code: \"0000\"\n  my_number: \"123456789010\"\n";

std::string person(const std::string& card = kCard, const std::string& more = "") {
  return "persona: p\nname: { ja: 例, en: P }\nkana: レイ\nborn: 1985-04-12\nsex: female\naddress: 架空\n"
         "insurance: []\ninformation: [PharmacistsInfo]\n" +
         more + card;
}

Persona read(const std::string& text) { return read_persona(yaml::parse(text, "p.yaml").at(0), "p"); }

std::string persona_error(const std::string& text) {
  return failure([&] { read(text); }).what;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("nothing to replace: " + from);
  return text.replace(at, from.size(), to);
}

TEST(PersonaFile, SecretsAreSecrets) {
  const Persona p = read(person());
  EXPECT_EQ(p.card->pin.reveal(), "1234");
  EXPECT_EQ(p.card->my_number.size(), 12u);
}

TEST(PersonaFile, PersonaWithoutACardIsNotRegistered) {
  const Persona p = read(person("card: none\n"));
  EXPECT_FALSE(p.card);
  EXPECT_FALSE(p.registered);
}

TEST(PersonaFile, NameOfTheFileIsTheNameOfThePersona) {
  EXPECT_EQ(failure([] { read_persona(yaml::parse(person(), "q.yaml").at(0), "q"); }).what,
            "q.yaml:1:10: \"p\" is in the file of \"q\"; rename one of them");
}

TEST(PersonaFile, MyNumberThatCouldBelongToAPersonIsRefusedAndNotRepeated) {
  // 12345678901 has the check digit 8 (order No. 85 of 2014, article 5; computed by hand).
  EXPECT_EQ(persona_error(replaced(person(), "123456789010", "123456789018")),
            "p.yaml:15:14: this My Number could belong to a real person; change its last digit so that the "
            "check digit "
            "is wrong");
}

TEST(PersonaFile, WrongPinIsNotRepeatedInTheMessage) {
  EXPECT_EQ(persona_error(replaced(person(), "\"1234\"", "\"98x7\"")), "p.yaml:13:8: a PIN has 4 digits");
}

TEST(PersonaFile, PinlessCardHasNoPin) {
  EXPECT_EQ(persona_error(replaced(person(), "card:\n", "card:\n  type: pinless\n")),
            "p.yaml:14:8: a card of type pinless has no \"pin\"");
}

TEST(PersonaFile, StandardCardNeedsAPin) {
  EXPECT_EQ(persona_error(replaced(person(), "  pin: \"1234\"\n", "")),
            "p.yaml:10:3: the key \"pin\" is missing");
}

TEST(PersonaFile, InfantCardIsIssuedUnderOne) {
  EXPECT_EQ(persona_error(replaced(person(), "card:\n", "card:\n  type: infant\n")),
            "p.yaml:11:11: a card of type infant is issued under the age of one");
}

TEST(PersonaFile, CertificateDoesNotOutliveTheCard) {
  EXPECT_EQ(persona_error(replaced(person(), "certificate_expires: 2027", "certificate_expires: 2037")),
            "p.yaml:12:24: the certificate expires after the card (2032-04-12)");
}

TEST(PersonaFile, CardIsNotIssuedBeforeBirth) {
  EXPECT_EQ(persona_error(replaced(person(), "issued: 2022", "issued: 1982")),
            "p.yaml:10:11: 1982-06-15 is before the day of birth (1985-04-12)");
}

TEST(PersonaFile, CardIsACardOrNone) {
  EXPECT_EQ(persona_error(person("card: lost\n")),
            "p.yaml:9:7: expected a card, or \"none\" for a persona without one");
}

TEST(PersonaFile, UnknownKeyGetsASuggestion) {
  EXPECT_EQ(persona_error(person(kCard, "adress: x\n")),
            "p.yaml:9:1: unknown key \"adress\" (did you mean \"address\"?)");
}

TEST(PersonaFile, UnknownKindOfInformationGetsASuggestion) {
  EXPECT_EQ(
      persona_error(replaced(person(), "[PharmacistsInfo]", "[PharmacistInfo]")),
      "p.yaml:8:15: \"PharmacistInfo\" is not a valid value of this key (did you mean \"PharmacistsInfo\"?)");
}

TEST(CheckDigit, FollowsTheOrder) {
  EXPECT_TRUE(has_valid_check_digit("123456789018"));
  EXPECT_FALSE(has_valid_check_digit("123456789010"));
  EXPECT_TRUE(has_valid_check_digit("000000000000"));  // remainder 0 gives 0
}

}  // namespace persona_test
}  // namespace uketsuke::scenario
