#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/calendar.h"
#include "scenarios/model/persona.h"
#include "sim/pki/authority.h"
#include "sim/pki/key_store.h"

namespace uketsuke::personalisation {

/// What the authority put into a phone, and what it keeps about it.
struct PersonalisedPhone {
  std::shared_ptr<EVP_PKEY> key;
  Bytes certificate;         ///< DER
  Bytes certificate_issuer;  ///< key identifier of the generation that issued it
  std::uint32_t serial = 0;
  Date issued{};
  Date expires{};  ///< last day
};

/// Makes the certificates in phones: a key and a certificate for user authentication of the phone's own, by
/// the authority that issues those of cards. That it is the same authority is an assumption.
class PhoneFactory {
 public:
  /// Both outlive it.
  PhoneFactory(pki::KeyStore& keys, pki::Authority& authority) : keys_(keys), authority_(authority) {}

  /// The name of a persona's key.
  static std::string key_name(const scenario::Persona& persona) { return persona.id + "-phone"; }

  /// @param expires last day instead of the persona's
  /// @throws InputError where the persona has no phone; SystemError
  PersonalisedPhone make(const scenario::Persona& persona, std::optional<Date> expires);

 private:
  pki::KeyStore& keys_;
  pki::Authority& authority_;
};

}  // namespace uketsuke::personalisation
