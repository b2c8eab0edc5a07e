#include "sim/phone/phone.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "sim/pki/verification.h"

namespace uketsuke::sim {
namespace phone_test {

using record::PhoneCheck;
using record::PhoneKind;
using record::Secret;

/// A phone with a certificate from a test authority.
struct Bench {
  pki::KeyStore keys{UKETSUKE_TEST_KEYS};
  pki::ArtefactCache cache{UKETSUKE_TEST_KEYS};
  pki::Authority authority{keys, cache, pki::Purpose::user_authentication};
  personalisation::PhoneFactory factory{keys, authority};

  static scenario::Persona persona() {
    scenario::Persona persona;
    persona.id = "phone-test";
    persona.phone = scenario::PhoneProfile{PhoneKind::android, *parse_date("2025-07-01"),
                                           *parse_date("2027-04-12"), Secret("1234")};
    return persona;
  }
};

const personalisation::PersonalisedPhone& issued() {
  static Bench bench;
  static const auto phone = bench.factory.make(Bench::persona(), std::nullopt);
  return phone;
}

PhoneCheck ask(Phone& phone, const char* pin) {
  return phone.answer({PhoneKind::android, Secret(pin), Bytes{1, 2, 3}}).result;
}

TEST(PhoneFactory, IssuesACertificateOfThePhonesOwn) {
  const auto facts = pki::read_certificate(issued().certificate);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->serial, issued().serial);
  EXPECT_EQ(facts->issuer_key, issued().certificate_issuer);
  EXPECT_EQ(format_date(issued().expires), "2027-04-12");
}

TEST(PhoneFactory, TakesAnotherLastDayAndThenAnotherSerial) {
  Bench bench;
  const auto other = bench.factory.make(Bench::persona(), parse_date("2025-06-30"));
  EXPECT_EQ(format_date(other.expires), "2025-06-30");
  EXPECT_LT(other.issued, other.expires);
  EXPECT_NE(other.serial, issued().serial);
}

TEST(PhoneFactory, RefusesAPersonaWithoutAPhone) {
  Bench bench;
  scenario::Persona persona;
  persona.id = "nobody";
  EXPECT_THROW(bench.factory.make(persona, std::nullopt), InputError);
}

TEST(Phone, SignsTheChallengeWithTheKeyOfItsCertificate) {
  Phone phone(PhoneKind::iphone, Secret("1234"), &issued());
  const Bytes challenge{9, 8, 7};
  const auto answer = phone.answer({PhoneKind::iphone, Secret(), challenge});
  EXPECT_EQ(answer.result, PhoneCheck::accepted);
  EXPECT_FALSE(answer.tries_left);
  EXPECT_TRUE(pki::verify_signature(answer.certificate, challenge, answer.signature));
}

TEST(Phone, SendsNothingUnlessItsOwnerUnlocksIt) {
  Phone phone(PhoneKind::iphone, Secret("1234"), &issued());
  phone.set_unlocked(false);
  const auto answer = phone.answer({PhoneKind::iphone, Secret(), {}});
  EXPECT_EQ(answer.result, PhoneCheck::not_unlocked);
  EXPECT_TRUE(answer.certificate.empty());
  EXPECT_TRUE(answer.signature.empty());
}

TEST(Phone, ThirdWrongDigitsLockItAndTheRightOnesDoNotOpenItAgain) {
  Phone phone(PhoneKind::android, Secret("1234"), &issued());
  for (const int left : {2, 1, 0}) {
    const auto answer = phone.answer({PhoneKind::android, Secret("0000"), {}});
    EXPECT_EQ(answer.result, PhoneCheck::wrong);
    EXPECT_EQ(answer.tries_left, left);
    EXPECT_TRUE(answer.certificate.empty());
  }
  EXPECT_EQ(ask(phone, "1234"), PhoneCheck::blocked);
}

TEST(Phone, RightDigitsResetItsTries) {
  Phone phone(PhoneKind::android, Secret("1234"), &issued(), 1);
  EXPECT_EQ(ask(phone, "1234"), PhoneCheck::accepted);
  EXPECT_EQ(ask(phone, "0000"), PhoneCheck::wrong);
  EXPECT_EQ(ask(phone, "1234"), PhoneCheck::accepted);
}

TEST(Phone, OfTheOtherKindOrWithoutCertificateLosesNoTry) {
  Phone phone(PhoneKind::android, Secret("1234"), &issued(), 1);
  EXPECT_EQ(phone.answer({PhoneKind::iphone, Secret(), {}}).result, PhoneCheck::other_kind);
  EXPECT_EQ(ask(phone, "1234"), PhoneCheck::accepted);
  Phone empty(PhoneKind::android, Secret("1234"), nullptr);
  EXPECT_EQ(ask(empty, "1234"), PhoneCheck::no_certificate);
}

}  // namespace phone_test
}  // namespace uketsuke::sim
