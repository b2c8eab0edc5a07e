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

/// What the service keeps about one insured person.
struct InsuredPerson {
  std::shared_ptr<const scenario::Persona> persona;
  std::uint32_t certificate_serial = 0;
  Bytes certificate_issuer;  ///< key identifier of the generation that issued it
  Date certificate_expires{};
  bool registered = true;
  /// The certificate in his phone, where he has one.
  struct Phone {
    std::uint32_t certificate_serial = 0;
    Bytes certificate_issuer;
    Date certificate_expires{};
    bool registered = true;  ///< false: not known as an insurance card, though the card may be
  };
  /// Instead of the persona's; outlives the registry.
  const std::vector<scenario::Insurance>* insurance = nullptr;
  std::optional<record::Validity> validity = {};  ///< answered whatever the history says
  /// Instead of the persona's; outlives the registry.
  const std::vector<scenario::SpecificDiseaseCertificate>* specific_diseases = nullptr;
  std::optional<Phone> phone = {};

  const std::vector<scenario::Insurance>& history() const {
    return insurance != nullptr ? *insurance : persona->insurance;
  }

  /// Whether a 特定疾病療養受療証 of his is in force.
  bool holds_specific_disease(Date day) const {
    const auto& all = specific_diseases != nullptr ? *specific_diseases : persona->specific_diseases;
    return std::any_of(all.begin(), all.end(), [day](const auto& one) { return one.in_force(day); });
  }
};

/// Everybody whom the service knows.
class Registry {
 public:
  /// @return stays valid
  InsuredPerson& enrol(InsuredPerson person);

  /// Null where nobody has it.
  InsuredPerson* by_certificate(std::uint32_t serial, const Bytes& issuer);
  InsuredPerson* by_phone(std::uint32_t serial, const Bytes& issuer);
  InsuredPerson* by_name(const std::string& patient);

 private:
  std::deque<InsuredPerson> persons_;
};

}  // namespace uketsuke::sim
