#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "scenarios/model/persona.h"
#include "sim/personalisation/card_factory.h"
#include "sim/pki/artefact_cache.h"
#include "sim/pki/key_store.h"

namespace uketsuke::virtual_reader {

/// Issues the cards of personas; keys and certificates are kept in the cache folder.
struct Issuer {
  /// @param data_folder  root of the installed data files
  /// @param cache  folder for keys and certificates
  /// @throws InputError, SystemError
  Issuer(std::filesystem::path data_folder, const std::filesystem::path& cache);

  std::filesystem::path data;
  pki::KeyStore keys;
  pki::ArtefactCache artefacts;
  personalisation::CardFactory factory;

  /// The persona's card. Creates missing keys.
  personalisation::PersonalisedCard issue(const scenario::Persona& persona,
                                          const personalisation::CardOptions& options = {});
};

/// The card holder with this name.
/// @throws InputError placed at `--persona`, with the nearest name of a card holder
const scenario::Persona& card_holder(const scenario::Personas& personas, const std::string& name);

}  // namespace uketsuke::virtual_reader
