#include "harness/loading.h"

#include <gmock/gmock.h>

namespace uketsuke::harness {
namespace loading_test {

TEST(LoadNames, KnowsReadersByTheirFilesAndNoOtherFile) {
  const Loading loading = load_names(UKETSUKE_SOURCE_DIR);
  EXPECT_THAT(loading.options.known_readers, testing::Contains("camera-slot"));
  EXPECT_THAT(loading.options.known_readers, testing::Not(testing::Contains("releases")));
}

TEST(LoadNames, KnowsEveryRequirementOfTheCatalogue) {
  const Loading loading = load_names(UKETSUKE_SOURCE_DIR);
  EXPECT_EQ(loading.options.known_requirements.size(), loading.catalogue.all().size());
  EXPECT_THAT(loading.options.known_requirements, testing::Contains("LIMIT-02"));
}

TEST(LoadNames, AFolderWithoutDataIsAnError) { EXPECT_THROW(load_names("/nonexistent"), InputError); }

TEST(CasesById, FindsACaseByItsId) {
  const CasesById cases(UKETSUKE_SOURCE_DIR);
  const auto found = cases.find("leaflet-pin-before-reform");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->scenario, "leaflet-pin-before-reform");
}

TEST(CasesById, AnUnknownIdGivesNothing) {
  EXPECT_FALSE(CasesById(UKETSUKE_SOURCE_DIR).find("no-such-case"));
}

}  // namespace loading_test
}  // namespace uketsuke::harness
