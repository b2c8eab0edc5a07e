#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "scenarios/loader/library.h"
#include "sim/personalisation/card_factory.h"
#include "sim/pki/artefact_cache.h"
#include "sim/pki/key_store.h"

namespace uketsuke::cli {

/// Issues the cards of personas from the data root, with keys and certificates of the cache folder.
struct Issuer {
  /// @throws InputError, SystemError
  Issuer();

  std::filesystem::path data;
  scenario::Library library;
  pki::KeyStore keys;
  pki::ArtefactCache artefacts;
  personalisation::CardFactory factory;

  /// A persona who has a card; keys that it does not have yet are made.
  /// @throws InputError placed at `--persona`, with the nearest known name
  std::shared_ptr<const scenario::Persona> persona(const std::string& name);
};

}  // namespace uketsuke::cli
