#include "tests/unit/walls/source_tree.h"

#include <gmock/gmock.h>

#include <fstream>

#include "tests/unit/temporary_folder.h"

namespace uketsuke::walls {

bool operator==(const IncludeLine& a, const IncludeLine& b) {
  return a.line == b.line && a.included == b.included && a.form == b.form;
}

namespace source_tree_test {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Includes, BothFormsAreFoundWithTheirLines) {
  EXPECT_THAT(
      includes("#pragma once\n#include <vector>\n\n#include \"base/bytes.h\"\n"),
      ElementsAre(IncludeLine{2, "vector", Form::angled}, IncludeLine{4, "base/bytes.h", Form::quoted}));
}

TEST(Includes, BlanksAroundTheHashDoNotHideAnInclude) {
  EXPECT_THAT(includes("  #  include   \"sim/a.h\"  // why\n#include\"sim/b.h\"\n"),
              ElementsAre(IncludeLine{1, "sim/a.h", Form::quoted}, IncludeLine{2, "sim/b.h", Form::quoted}));
}

TEST(Includes, IncludesInCommentsDoNotCount) {
  EXPECT_THAT(includes("// #include \"sim/a.h\"\n/*\n#include \"sim/b.h\"\n*/\n/* x */ int y;\n"), IsEmpty());
}

TEST(Includes, ACommentMarkInsideALiteralHidesNothing) {
  EXPECT_THAT(includes("const char* a = \"/*\";\n#include \"sim/a.h\"\n"),
              ElementsAre(IncludeLine{2, "sim/a.h", Form::quoted}));
}

TEST(Includes, ANameThroughAMacroIsReportedWithoutName) {
  EXPECT_THAT(includes("#include SIM_HEADER\n"), ElementsAre(IncludeLine{1, "", Form::quoted}));
}

TEST(WrittenFiles, BuildFoldersAreLeftOut) {
  const TemporaryFolder folder;
  const std::filesystem::path& root = folder.path();
  for (const char* file :
       {"sim/a.cpp", "build/b.cpp", "build-asan/c.cpp", ".git/d", ".ci/run", "sim/e.yaml.partial"}) {
    std::filesystem::create_directories((root / file).parent_path());
    std::ofstream(root / file) << "x";
  }
  EXPECT_THAT(written_files(root), ElementsAre(".ci/run", "sim/a.cpp"));
  EXPECT_THAT(source_files(root), ElementsAre("sim/a.cpp"));
}

TEST(WrittenFiles, ThisFileIsAmongTheSourcesOfTheProject) {
  EXPECT_THAT(source_files(UKETSUKE_ROOT), Contains("tests/unit/walls/source_tree_test.cpp"));
}

}  // namespace source_tree_test
}  // namespace uketsuke::walls
