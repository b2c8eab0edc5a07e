#include "cli/card/issuer.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/nearest.h"
#include "cli/data_root.h"

namespace uketsuke::cli {

Issuer::Issuer()
    : data(data_root()),
      library(scenario::load_library(data / "scenarios")),
      keys(cache_folder()),
      artefacts(cache_folder()),
      factory(keys, artefacts, data / "sim/chip/images") {}

std::shared_ptr<const scenario::Persona> Issuer::persona(const std::string& name) {
  const auto found = library.personas.find(name);
  if (found == library.personas.end()) {
    std::vector<std::string> known;
    for (const auto& [id, persona] : library.personas) {
      if (persona->card) known.push_back(id);
    }
    throw InputError(InputProblem::unknown_name, {"--persona", 0, 0},
                     fmt::format("unknown persona \"{}\"{}", name, suggestion(name, known)));
  }
  if (!found->second->card) {
    throw InputError(InputProblem::bad_value, {"--persona", 0, 0},
                     fmt::format("{} has no My Number Card; uketsuke card --list shows who has one", name));
  }
  factory.prepare({found->second.get()});
  return found->second;
}

}  // namespace uketsuke::cli
