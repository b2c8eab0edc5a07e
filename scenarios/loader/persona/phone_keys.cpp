#include "scenarios/loader/persona/phone_keys.h"

#include <fmt/format.h>

#include <utility>

#include "scenarios/loader/words.h"

namespace uketsuke::scenario {

using yaml::Map;
using yaml::Value;

PhoneProfile read_phone(const Value& value) {
  Map map = value.map();
  PhoneProfile phone;
  phone.kind = map.required("kind").one_of<record::PhoneKind>();
  phone.issued = map.required("issued").date();
  const Value expires = map.required("certificate_expires");
  phone.certificate_expires = expires.date();
  if (phone.certificate_expires < phone.issued) {
    expires.fail(InputProblem::bad_value,
                 fmt::format("{} is before the day of issue ({})", format_date(phone.certificate_expires),
                             format_date(phone.issued)));
  }
  const Value pin = map.required("pin");
  std::string digits = pin.text();
  if (digits.size() != 4 || !all_digits(digits)) pin.fail(InputProblem::bad_value, "a PIN has 4 digits");
  phone.pin = record::Secret(std::move(digits));
  map.finish();
  return phone;
}

GivenPhone read_given_phone(const Value& value, const Persona& patient) {
  if (!patient.phone) {
    value.fail(InputProblem::bad_value,
               fmt::format("{} has no phone; add \"phone:\" to the persona", patient.id));
  }
  Map map = value.map();
  GivenPhone given;
  if (const auto kind = map.optional("kind")) given.kind = kind->one_of<record::PhoneKind>();
  if (const auto tries = map.optional("pin_tries_left"))
    given.pin_tries_left = static_cast<int>(tries->integer(0, 3));
  if (const auto certificate = map.optional("certificate")) {
    if (certificate->text() == "none") {
      given.has_certificate = false;
    } else {
      const auto status = certificate->one_of<record::CertificateStatus>();
      if (status != record::CertificateStatus::suspended && status != record::CertificateStatus::revoked) {
        certificate->fail(InputProblem::bad_value,
                          "only \"suspended\", \"revoked\" or \"none\" can be given; everything else follows "
                          "from \"certificate_expires\" and the date");
      }
      given.certificate = status;
    }
  }
  if (const auto day = map.optional("certificate_expires")) given.certificate_expires = day->date();
  if (const auto registered = map.optional("registered")) given.registered = registered->boolean();
  map.finish();
  return given;
}

step::HoldPhone read_hold_phone(Map& map) {
  step::HoldPhone hold;
  if (const auto unlock = map.optional("unlock")) hold.unlock = unlock->boolean();
  if (const auto lift = map.optional("lift_after")) hold.lift_after = lift->duration();
  return hold;
}

}  // namespace uketsuke::scenario
