// The lines in which a path through firmware and reference engine is printed.

#include "crosscheck/world_event.h"

#include <gtest/gtest.h>

#include <set>

#include "record/words/card_words.h"
#include "record/words/display_words.h"
#include "record/words/face_words.h"
#include "record/words/service_words.h"

namespace uketsuke::crosscheck::test {
namespace world_event_test {

using Kind = WorldEvent::Kind;

constexpr int kKinds = static_cast<int>(Kind::phone_locks) + 1;

TEST(WorldEventText, EveryKindHasALineOfItsOwn) {
  std::set<std::string> lines;
  for (int kind = 0; kind < kKinds; ++kind)
    EXPECT_TRUE(lines.insert(to_string({static_cast<Kind>(kind), 0})).second) << kind;
}

TEST(WorldEventText, NoLineIsEmptyOrHasAnOpenPlace) {
  for (int kind = 0; kind < kKinds; ++kind) {
    const std::string line = to_string({static_cast<Kind>(kind), 0});
    EXPECT_FALSE(line.empty()) << kind;
    EXPECT_EQ(line.find("{}"), std::string::npos) << line;
  }
}

TEST(WorldEventText, ATouchNamesItsButton) {
  EXPECT_EQ(to_string({Kind::touch, static_cast<int>(record::Button::agree_all)}), "touch agree_all");
}

TEST(WorldEventText, ACardNamesItsKind) {
  for (const auto& [card, name] : enum_names(record::CardKind{}))
    EXPECT_EQ(to_string({Kind::card_in, static_cast<int>(card)}), "card in: " + std::string(name));
}

TEST(WorldEventText, ACertificateNamesItsState) {
  EXPECT_EQ(to_string({Kind::certificate, static_cast<int>(record::CertificateStatus::in_grace)}),
            "certificate in_grace");
}

TEST(WorldEventText, AFaceNamesTheResultOfItsComparison) {
  for (const auto& [result, name] : enum_names(record::FaceResult{}))
    EXPECT_EQ(to_string({Kind::face_judged, static_cast<int>(result)}), "face " + std::string(name));
}

TEST(WorldEventText, StaffFindsOneOrAnotherPerson) {
  EXPECT_EQ(to_string({Kind::staff_decides, 1}), "staff finds the same person");
  EXPECT_EQ(to_string({Kind::staff_decides, 0}), "staff finds another person");
}

TEST(WorldEventText, AnAnswerAboutRegistrationIsYesOrNo) {
  EXPECT_EQ(to_string({Kind::registration, 1}), "registered");
  EXPECT_EQ(to_string({Kind::registration, 0}), "not registered");
}

TEST(WorldEventText, APatientWithADiseaseIsToldApart) {
  const int valid = static_cast<int>(record::Validity::valid);
  EXPECT_EQ(to_string({Kind::eligibility, valid}), "eligibility valid");
  EXPECT_EQ(to_string({Kind::eligibility_of_holder, valid}), "eligibility valid with a specific disease");
}

}  // namespace world_event_test
}  // namespace uketsuke::crosscheck::test
