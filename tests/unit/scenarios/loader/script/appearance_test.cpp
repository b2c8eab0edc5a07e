// Scenario keys for pixels: whose face, in what light, before what camera.

#include "scenarios/loader/script/appearance.h"

#include <gtest/gtest.h>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace appearance_test {

using record::Guidance;

const std::string kScript = "script: [insert_card]\nexpect: { reception: none }\n";

/// `vision: rendered` is line 8; the step's value begins at column 21 of line 11.
std::string looking(const std::string& as, const std::string& vision = "rendered") {
  return scenario_with("vision: " + vision +
                       "\nexpect: { reception: none }\nscript:\n  - look_at_camera: " + as + "\n");
}

Appearance appearance(const std::string& as) {
  return std::get<step::LookAtCamera>(cases_of(looking(as)).at(0).script.at(0).action).as;
}

TEST(Appearance, EveryKeyIsRead) {
  const Appearance as = appearance(
      "{ face: other, wearing: [mask, glasses, cap], standing: left, companion: true, follows_guidance: "
      "false, leaves_after: 2s }");
  EXPECT_EQ(as.face, Face::other);
  EXPECT_FALSE(as.attack);
  EXPECT_EQ(as.wearing, (std::set<Wearing>{Wearing::mask, Wearing::glasses, Wearing::cap}));
  EXPECT_EQ(as.standing, Standing::left);
  EXPECT_TRUE(as.companion);
  EXPECT_FALSE(as.follows_guidance);
  EXPECT_EQ(as.leaves_after, std::chrono::seconds(2));
}

TEST(Appearance, LeftOutMeansTheUsual) {
  const Appearance as = appearance("{ standing: far }");
  EXPECT_FALSE(as.face);
  EXPECT_FALSE(as.attack);
  EXPECT_TRUE(as.wearing.empty());
  EXPECT_FALSE(as.companion);
  EXPECT_TRUE(as.follows_guidance);
  EXPECT_FALSE(as.leaves_after);
}

TEST(Appearance, AttackIsRead) { EXPECT_EQ(appearance("{ attack: bent_photo }").attack, Attack::bent_photo); }

TEST(Appearance, AttackExcludesAFace) {
  EXPECT_EQ(error_of(looking("{ face: same, attack: screen }")),
            "t.yaml:11:43: \"attack\" shows a picture of the holder; remove \"face\"");
}

TEST(Appearance, AttackExcludesThingsToWear) {
  EXPECT_EQ(error_of(looking("{ attack: screen, wearing: [mask] }")),
            "t.yaml:11:48: \"wearing\" and \"attack\" exclude each other; remove one of them");
}

TEST(Appearance, TwoHatsAreAnError) {
  EXPECT_EQ(error_of(looking("{ wearing: [cap, hat] }")),
            "t.yaml:11:32: two things of one kind cannot be worn together");
}

TEST(Appearance, TwoPairsOfSpectaclesAreAnError) {
  EXPECT_EQ(error_of(looking("{ wearing: [sunglasses, glasses] }")),
            "t.yaml:11:32: two things of one kind cannot be worn together");
}

TEST(Appearance, UnknownKeyGetsASuggestion) {
  EXPECT_EQ(error_of(looking("{ waering: [mask] }")),
            "t.yaml:11:23: unknown key \"waering\" (did you mean \"wearing\"?)");
}

TEST(Appearance, UnknownThingToWearIsNamed) {
  EXPECT_EQ(
      error_of(looking("{ wearing: [crown] }")),
      "t.yaml:11:33: \"crown\" is not a valid value of this key (known: mask, glasses, sunglasses, cap, "
      "hat)");
}

class NeedsPixels : public testing::TestWithParam<const char*> {};

TEST_P(NeedsPixels, CannotBeDeclared) {
  EXPECT_EQ(error_of(looking(GetParam(), "declared")),
            "t.yaml:11:21: a declared face cannot express this; write \"vision: rendered\" in the scenario");
}

INSTANTIATE_TEST_SUITE_P(Each, NeedsPixels,
                         testing::Values("lookalike", "{ attack: screen }", "{ wearing: [mask] }",
                                         "{ standing: near }", "{ companion: true }",
                                         "{ follows_guidance: false }", "{ leaves_after: 1s }"));

TEST(Appearance, FaceAloneCanBeDeclared) {
  const auto cases = cases_of(looking("{ face: other }", "declared"));
  EXPECT_EQ(std::get<step::LookAtCamera>(cases.at(0).script.at(0).action).as.face, Face::other);
}

TEST(CameraStep, IsRead) {
  const auto cases = cases_of(scenario_with(
      "vision: rendered\nexpect: { reception: none }\nscript: [insert_card, camera: frozen]\n"));
  EXPECT_EQ(std::get<step::SetCamera>(cases.at(0).script.at(1).action).state, CameraState::frozen);
}

TEST(CameraStep, NeedsPixels) {
  EXPECT_EQ(error_of(with_script("  - camera: frozen\n")),
            "t.yaml:10:13: needs \"vision: rendered\" in the scenario");
}

TEST(CameraStep, OfNoSuchStateIsAnError) {
  EXPECT_EQ(
      error_of("vision: rendered\n" + with_script("  - camera: dusty\n")),
      "t.yaml:11:13: \"dusty\" is not a valid value of this key (known: works, frozen, black, unplugged)");
}

TEST(CardPhoto, KindIsRead) {
  const auto given =
      cases_of(scenario_with("vision: rendered\ngiven: { card_photo: bomb }\n" + kScript)).at(0).given;
  EXPECT_EQ(given.card_photo.kind, CardPhoto::Kind::bomb);
  EXPECT_EQ(given.card_photo.years_older, 0);
}

TEST(CardPhoto, AgeIsRead) {
  const auto given =
      cases_of(scenario_with("vision: rendered\ngiven: { card_photo: { years_older: 20 } }\n" + kScript))
          .at(0)
          .given;
  EXPECT_EQ(given.card_photo.kind, CardPhoto::Kind::usual);
  EXPECT_EQ(given.card_photo.years_older, 20);
}

TEST(CardPhoto, IsAtMostTwentyYearsOlder) {
  EXPECT_EQ(
      error_of(scenario_with("vision: rendered\ngiven: { card_photo: { years_older: 21 } }\n" + kScript)),
      "t.yaml:9:37: expected a number from 0 to 20, found 21");
}

TEST(CardPhoto, OfNoSuchKindIsAnError) {
  EXPECT_EQ(
      error_of(scenario_with("vision: rendered\ngiven: { card_photo: torn }\n" + kScript)),
      "t.yaml:9:22: \"torn\" is not a valid value of this key (known: usual, missing, broken, bomb, blank)");
}

TEST(CardPhoto, NeedsPixels) {
  EXPECT_EQ(error_of(scenario_with("given: { card_photo: { years_older: 20 } }\n" + kScript)),
            "t.yaml:8:22: a declared face has no photo; write \"vision: rendered\" in the scenario");
  EXPECT_EQ(error_of(scenario_with("given: { card_photo: blank }\n" + kScript)),
            "t.yaml:8:22: a declared face has no photo; write \"vision: rendered\" in the scenario");
  EXPECT_EQ(cases_of(scenario_with("given: { card_photo: usual }\n" + kScript)).size(), 1U);
}

std::string given_for(const std::string& patient) {
  return "scenario: x\ntitle: { ja: 例, en: x }\ndate: 2024-10-07\nsite: clinic-default\npatient: " +
         patient +
         "\ngiven: { card_photo: broken }\nscript: [{ show_certificate: nothing }]\nexpect: { reception: "
         "none }\n";
}

TEST(CardPhoto, OfAPersonaWithoutACardIsAnError) {
  EXPECT_EQ(error_of(given_for("inoue-masa")),
            "t.yaml:6:22: \"card_photo\" is about the card, and inoue-masa has none");
}

TEST(CardPhoto, OfAnInfantsCardIsAnError) {
  EXPECT_EQ(error_of(given_for("kato-mei")), "t.yaml:6:22: the card of kato-mei has no photo");
}

TEST(GivenCamera, IsRead) {
  EXPECT_EQ(cases_of(scenario_with("given: { camera: unplugged }\n" + kScript)).at(0).given.camera,
            CameraState::unplugged);
  EXPECT_EQ(cases_of(scenario_with(kScript)).at(0).given.camera, CameraState::works);
}

TEST(Light, IsRead) {
  EXPECT_EQ(cases_of(scenario_with("vision: rendered\nlight: sun\n" + kScript)).at(0).light, Light::sun);
}

TEST(Light, MayBeAnAxis) {
  const auto cases = cases_of(scenario_with("vision: rendered\nmatrix: { light: [good, dark] }\n" + kScript));
  ASSERT_EQ(cases.size(), 2U);
  EXPECT_EQ(cases[0].light, Light::good);
  EXPECT_EQ(cases[1].light, Light::dark);
}

TEST(Light, NeedsPixels) {
  EXPECT_EQ(error_of(scenario_with("light: sun\n" + kScript)),
            "t.yaml:8:8: light needs \"vision: rendered\"");
}

TEST(Light, OfNoSuchKindIsAnError) {
  EXPECT_EQ(error_of(scenario_with("vision: rendered\nlight: disco\n" + kScript)),
            "t.yaml:9:8: \"disco\" is not a valid value of this key (known: good, backlight, sun, dark)");
}

TEST(Recording, IsFoundFromTheSuitesFolder) {
  const std::string text = scenario_with("vision: recorded\nrecording: scenarios\n" + kScript);
  const auto cases = read_scenario(yaml::parse(text, "tests/unit/suite.yaml").at(0), shipped_library(), {});
  EXPECT_EQ(cases.at(0).recording, "tests/unit/scenarios");
  EXPECT_EQ(cases.at(0).vision, Vision::recorded);
}

TEST(Recording, ThatIsNotThereIsAnErrorAtItsPlace) {
  EXPECT_EQ(error_of(scenario_with("vision: recorded\nrecording: nowhere.avi\n" + kScript)),
            "t.yaml:9:12: \"nowhere.avi\" does not exist");
}

TEST(Recording, BelongsToVisionRecorded) {
  const std::string together =
      "t.yaml:1:1: \"vision: recorded\" and \"recording:\" (a folder of pictures or a film) need each other";
  EXPECT_EQ(error_of(scenario_with("vision: recorded\n" + kScript)), together);
  EXPECT_EQ(error_of(scenario_with("vision: rendered\nrecording: tests\n" + kScript)), together);
}

TEST(ExpectedGuidance, KeepsItsOrder) {
  const auto expect = cases_of(with_expect("  guidance: [turn_head, come_closer, turn_head]\n")).at(0).expect;
  EXPECT_EQ(expect.guidance,
            (std::vector<Guidance>{Guidance::turn_head, Guidance::come_closer, Guidance::turn_head}));
}

TEST(ExpectedGuidance, OfNoSuchKindGetsASuggestion) {
  EXPECT_EQ(error_of(with_expect("  guidance: [come_close]\n")),
            "t.yaml:10:14: \"come_close\" is not a valid value of this key (did you mean \"come_closer\"?)");
}

TEST(ExpectedGuidance, AloneIsAnExpectation) {
  EXPECT_EQ(cases_of(with_expect("  guidance: [too_dark]\n")).size(), 1U);
}

}  // namespace appearance_test
}  // namespace uketsuke::scenario
