// Tests of the shipped files: the personas' dates are consistent, and the suites can be run.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace shipped_test {

const std::vector<Case>& shipped_cases() {
  static const std::vector<Case> cases = load_paths({"scenarios/suites"}, shipped_library(), {});
  return cases;
}

/// The `count`-th birthday after a day; no persona in the library was born on 29 February.
Date birthday_after(Date born, Date day, int count) {
  return add_months(born, 12 * (age_on(born, day) + count));
}

class ShippedPersona : public testing::TestWithParam<std::string> {
 protected:
  const Persona& persona() const { return *shipped_library().personas.at(GetParam()); }
};

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const auto& [name, persona] : shipped_library().personas) all.push_back(name);
  return all;
}

TEST_P(ShippedPersona, CertificateAndCardEndOnTheBirthdaysThatTheLawSays) {
  if (!persona().card) return;  // nothing to be consistent with
  const CardProfile& card = *persona().card;
  const bool adult = age_on(persona().born, card.issued) >= 18;
  if (GetParam() == "santos-maria") {  // ends with the period of stay
    EXPECT_EQ(card.certificate_expires, card.expires);
    EXPECT_LT(card.expires, birthday_after(persona().born, card.issued, 5));
    return;
  }
  EXPECT_EQ(format_date(card.certificate_expires),
            format_date(birthday_after(persona().born, card.issued, 5)));
  EXPECT_EQ(format_date(card.expires),
            format_date(birthday_after(persona().born, card.issued, adult ? 10 : 5)));
}

TEST_P(ShippedPersona, MembershipsFollowEachOtherWithoutOverlap) {
  const auto& insurance = persona().insurance;
  for (std::size_t i = 1; i < insurance.size(); ++i) {
    ASSERT_TRUE(insurance[i - 1].until);
    EXPECT_EQ(*insurance[i - 1].until + date::days(1), insurance[i].from);
  }
}

TEST_P(ShippedPersona, LateElderlyInsuranceBeginsOnTheSeventyFifthBirthday) {
  for (const Insurance& insurance : persona().insurance) {
    if (insurance.insurer_number.compare(0, 2, "39") != 0) continue;  // 39: 後期高齢者医療
    EXPECT_EQ(format_date(insurance.from), format_date(add_months(persona().born, 75 * 12)));
  }
}

INSTANTIATE_TEST_SUITE_P(Library, ShippedPersona, testing::ValuesIn(names()), [](const auto& shipped) {
  std::string name = shipped.param;
  for (char& c : name) c = c == '-' ? '_' : c;
  return name;
});

TEST(ShippedLibrary, HasTheLengthsThatSwitchTheChipsLengthForm) {
  // FF20 contains name, address, date of birth and sex as TLVs (DF21 8 bytes, DF22 to DF25 with a header of 3
  // to 5 bytes).
  const auto length = [](const char* id) {
    const Persona& p = *shipped_library().personas.at(id);
    return p.name.ja.size() + p.address.size();
  };
  EXPECT_GT(length("kadenokoji-sakurako"), 127u);
  EXPECT_LT(length("hara-ai") + 3 + 8 + 3 * 4 + 8 + 1 + 8, 128u);
}

TEST(ShippedSuites, HaveAtLeastSeventyCases) { EXPECT_GE(shipped_cases().size(), 70u); }

TEST(ShippedSuites, IdsAreUnique) {
  std::set<std::string> ids;
  for (const Case& c : shipped_cases()) EXPECT_TRUE(ids.insert(c.id).second) << c.id;
}

TEST(ShippedSuites, EveryScenarioSaysWhichRequirementItShows) {
  for (const Case& c : shipped_cases()) EXPECT_FALSE(c.requirements.empty()) << c.id;
}

TEST(ShippedSuites, RequirementsAreInTheCatalogue) {
  std::string catalogue;
  for (const auto& file : yaml_files("conformance/requirements")) {
    std::ifstream in(file);
    catalogue.append(std::istreambuf_iterator<char>(in), {});
  }
  for (const Case& c : shipped_cases()) {
    for (const std::string& id : c.requirements) {
      EXPECT_NE(catalogue.find("- id: " + id + "\n"), std::string::npos) << id << " of " << c.id;
    }
  }
}

TEST(ShippedSuites, FaceNeedsACameraAndPinAPad) {
  const auto has = [](const Case& c, Capability what) {
    return std::count(c.needs.begin(), c.needs.end(), what) > 0;
  };
  for (const Case& c : shipped_cases()) {
    for (const Step& s : c.script) {
      if (const auto* choose = std::get_if<step::Choose>(&s.action)) {
        const Capability needed = choose->method == record::Method::face         ? Capability::camera
                                  : choose->method == record::Method::smartphone ? Capability::smartphone
                                                                                 : Capability::pin_pad;
        EXPECT_TRUE(has(c, needed)) << c.id;
      }
      if (const auto* phone = std::get_if<step::ChoosePhone>(&s.action)) {
        EXPECT_TRUE(phone->kind == record::PhoneKind::iphone || has(c, Capability::pin_pad)) << c.id;
      }
      if (std::holds_alternative<step::DecideVisualCheck>(s.action)) {
        EXPECT_TRUE(has(c, Capability::visual_check)) << c.id;
      }
    }
  }
}

TEST(ShippedSuites, BothSidesOfTheReformAreRun) {
  const Date reform = parse_date("2024-10-07").value();
  std::set<bool> sides;
  for (const Case& c : shipped_cases()) sides.insert(c.date < reform);
  EXPECT_EQ(sides.size(), 2u);
}

TEST(ShippedSuites, EveryPersonaAndSiteIsUsed) {
  std::set<std::string> used;
  for (const Case& c : shipped_cases()) {
    used.insert(c.patient->id);
    used.insert(c.site->id);
    for (const auto& [name, persona] : c.others) used.insert(name);
  }
  for (const auto& [name, persona] : shipped_library().personas) EXPECT_EQ(used.count(name), 1u) << name;
  for (const auto& [name, site] : shipped_library().sites) EXPECT_EQ(used.count(name), 1u) << name;
}

}  // namespace shipped_test
}  // namespace uketsuke::scenario
