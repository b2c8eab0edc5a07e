#include "sim/virtual_reader/service/card_service.h"

#include <gtest/gtest.h>

#include <memory>
#include <sstream>

namespace uketsuke::virtual_reader {
namespace card_service_test {

TEST(ListCards, HasALineForEveryHolderAndNoOther) {
  scenario::Personas all;
  for (const char* name : {"b", "a", "none"}) {
    auto persona = std::make_shared<scenario::Persona>();
    persona->id = name;
    persona->name.en = std::string("Person ") + name;
    if (persona->id != "none") persona->card.emplace();
    all.emplace(name, persona);
  }
  std::ostringstream out;
  list_cards(out, all);
  // 24 columns of name, 9 of the card's type
  const std::string type = std::string(to_name(scenario::CardProfile{}.type));
  const auto line = [&](const std::string& id) {
    return id + std::string(24, ' ') + type + std::string(9 - type.size(), ' ') + " Person " + id + "\n";
  };
  EXPECT_EQ(out.str(), line("a") + line("b"));
}

TEST(AuthorityOptions, AreARequestIfOneFileIsNamed) {
  EXPECT_FALSE(AuthorityOptions{}.any());
  AuthorityOptions options;
  options.revoked = options.ocsp_signing = true;
  EXPECT_FALSE(options.any()) << "they say how, not what";
  options.export_crl = "lists.pem";
  EXPECT_TRUE(options.any());
}

}  // namespace card_service_test
}  // namespace uketsuke::virtual_reader
