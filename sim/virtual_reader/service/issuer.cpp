#include "sim/virtual_reader/service/issuer.h"

#include <fmt/format.h>

#include <utility>

#include "base/error.h"
#include "base/nearest.h"

namespace uketsuke::virtual_reader {

Issuer::Issuer(std::filesystem::path data_folder, const std::filesystem::path& cache)
    : data(std::move(data_folder)),
      keys(cache),
      artefacts(cache),
      factory(keys, artefacts, data / "sim/chip/images") {}

personalisation::PersonalisedCard Issuer::issue(const scenario::Persona& persona,
                                                const personalisation::CardOptions& options) {
  factory.prepare({&persona});
  return factory.make(persona, options);
}

const scenario::Persona& card_holder(const scenario::Personas& personas, const std::string& name) {
  const auto found = personas.find(name);
  if (found != personas.end() && !found->second->card) {
    throw InputError(InputProblem::bad_value, {"--persona", 0, 0},
                     fmt::format("{} has no My Number Card; uketsuke card --list prints who has one", name));
  }
  scenario::Personas holders;
  for (const auto& [id, persona] : personas) {
    if (persona->card) holders.emplace(id, persona);
  }
  return *named(holders, name, "persona", "--persona");
}

}  // namespace uketsuke::virtual_reader
