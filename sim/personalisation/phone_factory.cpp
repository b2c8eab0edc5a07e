#include "sim/personalisation/phone_factory.h"

#include <fmt/format.h>

#include "base/error.h"
#include "sim/personalisation/card_numbers.h"
#include "sim/pki/verification.h"

namespace uketsuke::personalisation {

namespace {

constexpr int kYears = 5;
constexpr std::size_t kCodeSize = 23;

}  // namespace

PersonalisedPhone PhoneFactory::make(const scenario::Persona& persona, std::optional<Date> expires) {
  if (!persona.phone) throw InputError(InputProblem::missing_key, {persona.id, 0, 0}, "has no phone");
  pki::AuthenticationSubject subject;
  subject.not_after = expires.value_or(persona.phone->certificate_expires);
  // A scenario may let the certificate expire before it was installed: this stands for an older certificate.
  subject.not_before = persona.phone->issued < subject.not_after
                           ? persona.phone->issued
                           : add_months(subject.not_after, -12 * kYears);
  const std::string what = fmt::format("{}|phone|{}|{}", persona.id, format_date(subject.not_before),
                                       format_date(subject.not_after));
  subject.common_name = code_for(what, kCodeSize);
  subject.serial = serial_for(what);
  subject.prefecture = "Uketsuke-ken";
  subject.city = "Shiken-shi";
  PersonalisedPhone phone;
  phone.key = keys_.rsa_2048(key_name(persona));
  phone.certificate = authority_.issue_authentication_certificate(subject, *phone.key);
  phone.certificate_issuer = pki::read_certificate(phone.certificate)->issuer_key;
  phone.serial = subject.serial;
  phone.issued = subject.not_before;
  phone.expires = subject.not_after;
  return phone;
}

}  // namespace uketsuke::personalisation
