#include "harness/selection.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>

#include "base/error.h"
#include "harness/loading.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::harness {
namespace selection_test {

using testing::ElementsAre;

const char* const kSuite = R"(scenario: one
title: { ja: 一, en: one }
requirements: [FLOW-01]
tags: [a, b]
date: 2024-10-07
patient: sato-hanako
site: clinic-default
script: [insert_card]
expect: { reception: aborted }
---
scenario: two
title: { ja: 二, en: two }
requirements: [FLOW-01]
tags: [b]
date: 2024-10-07
patient: sato-hanako
site: clinic-default
script: [insert_card]
expect: { reception: aborted }
---
scenario: three
title: { ja: 三, en: three }
requirements: [FLOW-01]
vision: rendered
date: 2024-10-07
patient: sato-hanako
site: clinic-default
script: [insert_card]
expect: { reception: aborted }
)";

class Select : public testing::Test {
 protected:
  TemporaryFolder folder;
  Loading loading = load_names(UKETSUKE_SOURCE_DIR);
  scenario::CaseList cases = listed();

  scenario::CaseList listed() {
    std::ofstream(folder.path() / "s.yaml") << kSuite;
    return scenario::list_paths({folder.path() / "s.yaml"}, loading.library, loading.options);
  }
  std::string refusal(const Selection& selection) {
    try {
      (void)select(cases, selection);
    } catch (const InputError& error) {
      return error.what();
    }
    return "accepted";
  }
};

TEST_F(Select, EveryCaseIsWantedByDefault) { EXPECT_THAT(select(cases, {}), ElementsAre(0, 1, 2)); }

TEST_F(Select, AFilterMatchesAPartOfTheId) { EXPECT_THAT(select(cases, {"^t", {}, {}}), ElementsAre(1, 2)); }

TEST_F(Select, OneOfTheTagsIsEnough) {
  EXPECT_THAT(select(cases, {"", {"a", "nothing"}, {}}), ElementsAre(0));
  EXPECT_THAT(select(cases, {"", {"a", "b"}, {}}), ElementsAre(0, 1));
}

TEST_F(Select, ASkippedTagOutweighsAWantedOne) {
  EXPECT_THAT(select(cases, {"", {"b"}, {"a"}}), ElementsAre(1));
}

TEST_F(Select, NoCaseLeftIsAnError) {
  EXPECT_EQ(refusal({"four", {}, {}}),
            "uketsuke run: none of the 3 cases matches --filter, --tag and --skip-tag");
}

TEST_F(Select, AFilterThatIsNotARegularExpressionIsAnError) {
  EXPECT_THAT(refusal({"(", {}, {}}), testing::StartsWith("--filter: \"(\" is not a regular expression: "));
}

TEST_F(Select, CasesWithPixelsAreASeparatePart) {
  const Parts parts = parts_of(cases, {1, 2});
  EXPECT_THAT(parts.declared, ElementsAre(0));
  EXPECT_THAT(parts.pixels, ElementsAre(1));
}

TEST(Shuffle, KeepsEveryCaseAndDependsOnTheSeedAlone) {
  Parts parts;
  for (std::size_t i = 0; i < 50; ++i) parts.declared.push_back(i);
  Parts one = parts, same = parts, other = parts;
  shuffle(one, 1);
  shuffle(same, 1);
  shuffle(other, 2);
  EXPECT_EQ(one.declared, same.declared);
  EXPECT_NE(one.declared, other.declared);
  EXPECT_NE(one.declared, parts.declared);
  std::sort(one.declared.begin(), one.declared.end());
  EXPECT_EQ(one.declared, parts.declared);
}

}  // namespace selection_test
}  // namespace uketsuke::harness
