#include <gtest/gtest.h>

#include "tests/unit/walls/arrows.h"
#include "tests/unit/walls/source_tree.h"

namespace uketsuke::walls {
namespace includes_test {

TEST(Walls, NoIncludeOfTheTreeCrossesOne) {
  for (const std::string& file : source_files(UKETSUKE_ROOT)) {
    for (const IncludeLine& line : includes(read(std::filesystem::path(UKETSUKE_ROOT) / file))) {
      const auto crossed = crossed_wall(file, line.included, line.form);
      EXPECT_FALSE(crossed) << file << ":" << line.line << ": " << *crossed;
    }
  }
}

TEST(Walls, EveryIncludeFromTheRootOfTheTreeNamesAFileThatExists) {
  for (const std::string& file : source_files(UKETSUKE_ROOT)) {
    for (const IncludeLine& line : includes(read(std::filesystem::path(UKETSUKE_ROOT) / file))) {
      if (line.form == Form::angled) continue;
      EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(UKETSUKE_ROOT) / line.included))
          << file << ":" << line.line << ": there is no " << line.included;
    }
  }
}

}  // namespace includes_test
}  // namespace uketsuke::walls
