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

/// A phone's certificate, and the authority's data about it.
struct PersonalisedPhone {
  std::shared_ptr<EVP_PKEY> key;
  Bytes certificate;         ///< DER
  Bytes certificate_issuer;  ///< key identifier of the generation that issued it
  std::uint32_t serial = 0;
  Date issued{};
  Date expires{};  ///< last day
};

/// Makes the certificates in phones: an individual key and a user authentication certificate, from the
/// authority that issues those of cards. That it is the same authority is an assumption.
class PhoneFactory {
 public:
  /// Both references must outlive the factory.
  PhoneFactory(pki::KeyStore& keys, pki::Authority& authority) : keys_(keys), authority_(authority) {}

  /// The name of a persona's key.
  static std::string key_name(const scenario::Persona& persona) { return persona.id + "-phone"; }

  /// @param expires  last day, replaces the persona's
  /// @throws InputError if the persona has no phone
  /// @throws SystemError
  PersonalisedPhone make(const scenario::Persona& persona, std::optional<Date> expires);

 private:
  pki::KeyStore& keys_;
  pki::Authority& authority_;
};

}  // namespace uketsuke::personalisation
