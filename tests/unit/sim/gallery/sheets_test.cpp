#include "sim/gallery/sheets.h"

#include <gmock/gmock.h>

#include <set>

namespace uketsuke::gallery {
namespace sheets_test {

using ::testing::Contains;
using ::testing::ElementsAre;

std::vector<Person> people(std::size_t count) {
  std::vector<Person> all;
  for (std::size_t i = 0; i < count; ++i) {
    auto person = std::make_shared<scenario::Persona>();
    person->id = "p" + std::to_string(i);
    all.push_back(person);
  }
  return all;
}

SheetPlan plan(Sheet sheet, std::size_t count = 5) {
  Shot common;
  common.seed = 77;
  return plan_sheet(sheet, people(count), common);
}

std::vector<std::string> labels(const SheetPlan& sheet) {
  std::vector<std::string> all;
  for (const Cell& cell : sheet.cells) all.push_back(cell.label);
  return all;
}

TEST(Sheets, EverybodyIsOnTheSheetsOfPeople) {
  EXPECT_THAT(labels(plan(Sheet::heads, 3)), ElementsAre("p0", "p1", "p2"));
  EXPECT_THAT(labels(plan(Sheet::personas, 3)), ElementsAre("p0", "p1", "p2"));
}

TEST(Sheets, EveryCellHasThePersonAndTheCommonShot) {
  for (const auto& [sheet, name] : enum_names(Sheet{})) {
    const SheetPlan planned = plan(sheet);
    EXPECT_GT(planned.columns, 0) << name;
    for (const Cell& cell : planned.cells) {
      ASSERT_NE(cell.shot.person, nullptr) << name;
      EXPECT_EQ(cell.shot.seed, 77U) << name;
    }
  }
}

TEST(Sheets, FourPeopleStandInEachLight) {
  const SheetPlan sheet = plan(Sheet::lights);
  EXPECT_EQ(sheet.cells.size(), 16U);
  std::set<std::pair<std::string, camera::LightName>> seen;
  for (const Cell& cell : sheet.cells) seen.emplace(cell.shot.person->id, cell.shot.light.name);
  EXPECT_EQ(seen.size(), 16U);
  EXPECT_THAT(labels(sheet), Contains("backlight").Times(4));
}

// mask, glasses, sunglasses, cap and hat alone, nothing, and two combinations: eight cells a person.
TEST(Sheets, TwoPeopleWearEverything) {
  const SheetPlan sheet = plan(Sheet::wearing);
  EXPECT_EQ(sheet.cells.size(), 16U);
  EXPECT_THAT(labels(sheet), Contains("p0"));
  EXPECT_THAT(labels(sheet), Contains("mask + glasses").Times(2));
  EXPECT_TRUE(sheet.cells[0].shot.as.wearing.empty());
}

TEST(Sheets, AttacksShowTheHolderALookalikeAndEveryAttack) {
  const SheetPlan sheet = plan(Sheet::attacks);
  EXPECT_THAT(labels(sheet), ElementsAre("p0", "lookalike", "printed photo", "cut photo", "filling photo",
                                         "bent photo", "screen", "filling screen"));
  EXPECT_FALSE(sheet.cells[0].shot.as.attack);
  EXPECT_EQ(sheet.cells[1].shot.as.face, scenario::Face::lookalike);
  EXPECT_EQ(sheet.cells[7].shot.as.attack, scenario::Attack::filling_screen);
}

TEST(Sheets, ADeskIsAMixtureOfTwelve) {
  const SheetPlan sheet = plan(Sheet::desk);
  EXPECT_EQ(sheet.cells.size(), 12U);
  EXPECT_EQ(sheet.cells.size() % static_cast<std::size_t>(sheet.columns), 0U) << "its rows are full";
  EXPECT_THAT(labels(sheet), Contains("glasses + cap"));
}

// The label's font has these characters only (contact_sheet.h).
TEST(Sheets, LabelsHaveNoUnderscore) {
  for (const auto& [sheet, name] : enum_names(Sheet{})) {
    for (const std::string& label : labels(plan(sheet)))
      EXPECT_EQ(label.find('_'), std::string::npos) << name << ": " << label;
  }
}

}  // namespace sheets_test
}  // namespace uketsuke::gallery
