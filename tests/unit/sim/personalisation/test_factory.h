#pragma once

#include <string>

#include "sim/personalisation/card_factory.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::personalisation {

/// A factory for tests. Its keys are created once per build folder, because ctest runs each test in its own
/// process; everything made with them is created anew.
struct TestFactory {
  TemporaryFolder folder;
  pki::KeyStore keys{UKETSUKE_TEST_KEYS};
  pki::ArtefactCache cache{folder.path() / "artefacts"};
  CardFactory factory{keys, cache, "sim/chip/images"};

  static TestFactory& instance() {
    static TestFactory factory;
    return factory;
  }
};

/// The holder of the test card in docs/card-facts.md (§1.9, §6.2).
inline scenario::Persona test_persona() {
  scenario::Persona persona;
  persona.id = "test-person";
  persona.name = {"佐藤　花子", "Satō Hanako"};
  persona.born = *parse_date("1980-02-17");
  persona.sex = scenario::Sex::female;
  persona.address = "受付県試験市一丁目１番１号";
  scenario::CardProfile card;
  card.issued = *parse_date("2025-10-27");
  card.expires = *parse_date("2035-02-17");
  card.certificate_expires = *parse_date("2030-02-17");
  card.pin = record::Secret("1234");
  card.signing_password = record::Secret("ABC123");
  card.security_code = record::Secret("2285");
  card.my_number = record::Secret("123456789018");
  persona.card = card;
  return persona;
}

inline scenario::Persona pinless_persona() {
  scenario::Persona persona = test_persona();
  persona.card->type = scenario::CardType::pinless;
  persona.card->pin = {};
  persona.card->signing_password = {};
  return persona;
}

inline scenario::Persona infant_persona() {
  scenario::Persona persona = test_persona();
  persona.card->type = scenario::CardType::infant;
  persona.born = *parse_date("2025-02-17");
  persona.card->expires = *parse_date("2030-02-17");
  persona.card->signing_password = {};
  return persona;
}

}  // namespace uketsuke::personalisation
