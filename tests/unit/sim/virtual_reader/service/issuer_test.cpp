#include "sim/virtual_reader/service/issuer.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace uketsuke::virtual_reader {
namespace issuer_test {

scenario::Personas people() {
  scenario::Personas all;
  for (const char* name : {"sato-hanako", "suzuki-taro", "ito-ken"}) {
    auto persona = std::make_shared<scenario::Persona>();
    persona->id = name;
    if (persona->id != "ito-ken") persona->card.emplace();
    all.emplace(name, persona);
  }
  return all;
}

std::string refusal(const std::string& name, InputProblem expected) {
  const scenario::Personas all = people();
  try {
    card_holder(all, name);
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), expected);
    return error.what();
  }
  ADD_FAILURE() << name << " has a card";
  return "";
}

TEST(CardHolder, IsThePersonaOfThatName) {
  const scenario::Personas all = people();
  EXPECT_EQ(card_holder(all, "suzuki-taro").id, "suzuki-taro");
}

TEST(CardHolder, APersonaWithoutACardSaysWhereToLook) {
  EXPECT_EQ(refusal("ito-ken", InputProblem::bad_value),
            "--persona: ito-ken has no My Number Card; uketsuke card --list prints who has one");
}

TEST(CardHolder, AnUnknownNameIsAnsweredWithTheNearestHolder) {
  EXPECT_EQ(refusal("sato-hanaco", InputProblem::unknown_name),
            "--persona: unknown persona \"sato-hanaco\" (did you mean \"sato-hanako\"?)");
}

TEST(CardHolder, NobodyWithoutACardIsSuggested) {
  EXPECT_EQ(refusal("ito-kem", InputProblem::unknown_name).find("ito-ken"), std::string::npos);
}

}  // namespace issuer_test
}  // namespace uketsuke::virtual_reader
