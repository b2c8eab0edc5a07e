#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "record/words/service_words.h"
#include "scenarios/model/persona.h"

namespace uketsuke::sim {

/// What the service knows of one insured person.
struct InsuredPerson {
  std::shared_ptr<const scenario::Persona> persona;
  std::uint32_t certificate_serial = 0;
  Bytes certificate_issuer;  ///< key identifier of the authority key that issued it
  Date certificate_expires{};
  bool registered = true;
  /// The certificate in their phone, if they have one.
  struct Phone {
    std::uint32_t certificate_serial = 0;
    Bytes certificate_issuer;
    Date certificate_expires{};
    bool registered = true;  ///< false: not known as an insurance card, even if the card is
  };
  /// Replaces the persona's history. Outlives the registry.
  const std::vector<scenario::Insurance>* insurance = nullptr;
  std::optional<record::Validity> validity = {};  ///< if set, the answer, whatever the history says
  /// Replaces the persona's certificates. Outlives the registry.
  const std::vector<scenario::SpecificDiseaseCertificate>* specific_diseases = nullptr;
  std::optional<Phone> phone = {};

  const std::vector<scenario::Insurance>& history() const {
    return insurance != nullptr ? *insurance : persona->insurance;
  }

  /// Whether they hold a 特定疾病療養受療証 that is in force.
  bool holds_specific_disease(Date day) const {
    const auto& all = specific_diseases != nullptr ? *specific_diseases : persona->specific_diseases;
    return std::any_of(all.begin(), all.end(), [day](const auto& one) { return one.in_force(day); });
  }
};

/// Every person that the service knows.
class Registry {
 public:
  /// @return reference that stays valid
  InsuredPerson& enrol(InsuredPerson person);

  /// Null if no person has this certificate.
  InsuredPerson* by_certificate(std::uint32_t serial, const Bytes& issuer);
  InsuredPerson* by_phone(std::uint32_t serial, const Bytes& issuer);
  InsuredPerson* by_name(const std::string& patient);

 private:
  std::deque<InsuredPerson> persons_;
};

}  // namespace uketsuke::sim
