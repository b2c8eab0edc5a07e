#include "sim/pki/artefact_cache.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::pki {

namespace artefact_cache_test {

class ArtefactCacheTest : public testing::Test {
 protected:
  Bytes get(const std::string& inputs) {
    return ArtefactCache(folder_.path()).get("thing", inputs, [this] {
      ++made_;
      return to_bytes("made");
    });
  }

  TemporaryFolder folder_;
  int made_ = 0;
};

TEST_F(ArtefactCacheTest, MakesAThingOnce) {
  EXPECT_EQ(get("a"), to_bytes("made"));
  EXPECT_EQ(get("a"), to_bytes("made"));
  EXPECT_EQ(made_, 1);
}

TEST_F(ArtefactCacheTest, OtherInputsMakeAnother) {
  get("a");
  get("b");
  EXPECT_EQ(made_, 2);
}

TEST_F(ArtefactCacheTest, DamagedFileIsAnErrorThatSaysToDeleteIt) {
  get("a");
  const auto path = std::filesystem::directory_iterator(folder_.path())->path();
  std::ofstream(path, std::ios::app) << 'x';
  try {
    get("a");
    FAIL() << "a damaged file was taken";
  } catch (const SystemError& e) {
    EXPECT_NE(std::string(e.what()).find("delete it"), std::string::npos) << e.what();
    EXPECT_NE(std::string(e.what()).find(path.string()), std::string::npos) << e.what();
  }
}

TEST_F(ArtefactCacheTest, FailureToMakeLeavesNoFile) {
  const ArtefactCache cache(folder_.path());
  EXPECT_THROW(cache.get("thing", "a", []() -> Bytes { throw SystemError("no"); }), SystemError);
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

}  // namespace artefact_cache_test
}  // namespace uketsuke::pki
