#include "sim/eligibility/registry.h"

#include <algorithm>
#include <utility>

namespace uketsuke::sim {

InsuredPerson& Registry::enrol(InsuredPerson person) {
  persons_.push_back(std::move(person));
  return persons_.back();
}

InsuredPerson* Registry::by_certificate(std::uint32_t serial, const Bytes& issuer) {
  const auto found = std::find_if(persons_.begin(), persons_.end(), [&](const InsuredPerson& person) {
    return person.certificate_serial == serial && person.certificate_issuer == issuer;
  });
  return found == persons_.end() ? nullptr : &*found;
}

InsuredPerson* Registry::by_phone(std::uint32_t serial, const Bytes& issuer) {
  const auto found = std::find_if(persons_.begin(), persons_.end(), [&](const InsuredPerson& person) {
    return person.phone && person.phone->certificate_serial == serial &&
           person.phone->certificate_issuer == issuer;
  });
  return found == persons_.end() ? nullptr : &*found;
}

InsuredPerson* Registry::by_name(const std::string& patient) {
  const auto found = std::find_if(persons_.begin(), persons_.end(),
                                  [&](const InsuredPerson& person) { return person.persona->id == patient; });
  return found == persons_.end() ? nullptr : &*found;
}

}  // namespace uketsuke::sim
