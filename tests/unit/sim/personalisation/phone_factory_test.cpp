#include "sim/personalisation/phone_factory.h"

#include <gmock/gmock.h>
#include <openssl/evp.h>

#include "base/error.h"
#include "sim/pki/openssl/openssl_reading.h"
#include "sim/pki/verification.h"
#include "tests/unit/sim/personalisation/test_factory.h"

namespace uketsuke::personalisation {
namespace phone_factory_test {

scenario::Persona with_phone() {
  scenario::Persona persona = test_persona();
  persona.phone.emplace();
  persona.phone->issued = *parse_date("2025-06-24");
  persona.phone->certificate_expires = *parse_date("2030-02-17");
  return persona;
}

PersonalisedPhone make(const scenario::Persona& persona, std::optional<Date> expires = std::nullopt) {
  TestFactory& test = TestFactory::instance();
  return PhoneFactory(test.keys, test.factory.authentication_authority()).make(persona, expires);
}

TEST(PhoneFactory, TheCertificateHasThePhonesKeyAndDates) {
  const PersonalisedPhone phone = make(with_phone());
  const pki::X509Handle certificate = pki::read_x509(phone.certificate);
  ASSERT_NE(certificate, nullptr);
  EXPECT_EQ(EVP_PKEY_eq(X509_get0_pubkey(certificate.get()), phone.key.get()), 1);
  EXPECT_EQ(format_time(*pki::to_japan(X509_get0_notBefore(certificate.get()))), "2025-06-24T00:00:00");
  EXPECT_EQ(format_time(*pki::to_japan(X509_get0_notAfter(certificate.get()))), "2030-02-17T23:59:59");
  EXPECT_EQ(phone.issued, *parse_date("2025-06-24"));
  EXPECT_EQ(phone.expires, *parse_date("2030-02-17"));
}

TEST(PhoneFactory, TheSerialIsThatOfTheCertificate) {
  const PersonalisedPhone phone = make(with_phone());
  const pki::X509Handle certificate = pki::read_x509(phone.certificate);
  EXPECT_EQ(ASN1_INTEGER_get(X509_get0_serialNumber(certificate.get())), static_cast<long>(phone.serial));
}

TEST(PhoneFactory, APhoneIsNotTheCard) {
  const PersonalisedPhone phone = make(with_phone());
  const PersonalisedCard card = TestFactory::instance().factory.make(test_persona());
  EXPECT_NE(phone.serial, card.authentication_serial);
  EXPECT_NE(phone.certificate, card.authentication_certificate);
}

TEST(PhoneFactory, AnotherLastDayGivesAnotherCertificate) {
  const PersonalisedPhone usual = make(with_phone());
  const PersonalisedPhone shorter = make(with_phone(), *parse_date("2026-01-31"));
  EXPECT_EQ(shorter.expires, *parse_date("2026-01-31"));
  EXPECT_EQ(shorter.issued, usual.issued);
  EXPECT_NE(shorter.serial, usual.serial);
}

// A certificate that ended before the phone got it stands for an older one, which lasts five years.
TEST(PhoneFactory, ACertificateThatExpiredBeforeItsInstallationBeganFiveYearsEarlier) {
  const PersonalisedPhone phone = make(with_phone(), *parse_date("2025-06-24"));
  EXPECT_EQ(phone.expires, *parse_date("2025-06-24"));
  EXPECT_EQ(phone.issued, *parse_date("2020-06-24"));
}

TEST(PhoneFactory, EqualPersonasGetEqualPhones) {
  EXPECT_EQ(make(with_phone()).serial, make(with_phone()).serial);
  EXPECT_EQ(make(with_phone()).certificate, make(with_phone()).certificate);
}

TEST(PhoneFactory, APersonaWithoutAPhoneIsAnErrorWithTheirName) {
  try {
    make(test_persona());
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), InputProblem::missing_key);
    EXPECT_STREQ(error.what(), "test-person: has no phone");
  }
}

}  // namespace phone_factory_test
}  // namespace uketsuke::personalisation
