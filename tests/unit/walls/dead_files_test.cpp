#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tests/unit/walls/source_tree.h"

namespace uketsuke::walls {
namespace dead_files_test {

namespace fs = std::filesystem;

TEST(DeadFiles, EverySourceIsCompiledBySomeTarget) {
  std::set<std::string> compiled;
  for (const auto& command :
       nlohmann::json::parse(read(fs::path(UKETSUKE_BUILD) / "compile_commands.json"))) {
    const fs::path source = command.at("file").get<std::string>();
    compiled.insert(source.lexically_relative(UKETSUKE_ROOT).generic_string());
    // A unity build compiles a file that includes the sources.
    if (source.parent_path().filename() != "Unity") continue;
    for (const IncludeLine& line : includes(read(source)))
      compiled.insert(fs::path(line.included).lexically_relative(UKETSUKE_ROOT).generic_string());
  }
  for (const std::string& file : source_files(UKETSUKE_ROOT)) {
    if (fs::path(file).extension() != ".cpp") continue;
    EXPECT_EQ(compiled.count(file), 1u) << file << " is in no CMake target";
  }
}

TEST(DeadFiles, EveryHeaderIsIncludedByAnotherFile) {
  std::set<std::string> included;
  for (const std::string& file : source_files(UKETSUKE_ROOT)) {
    for (const IncludeLine& line : includes(read(fs::path(UKETSUKE_ROOT) / file))) {
      if (line.included != file) included.insert(line.included);
    }
  }
  for (const std::string& file : source_files(UKETSUKE_ROOT)) {
    if (fs::path(file).extension() != ".h") continue;
    EXPECT_EQ(included.count(file), 1u) << file << " is included by nothing";
  }
}

}  // namespace dead_files_test
}  // namespace uketsuke::walls
