#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tests/unit/walls/functions.h"
#include "tests/unit/walls/source_tree.h"

namespace uketsuke::walls {
namespace structure_test {

namespace fs = std::filesystem;

bool begins(const std::string& text, std::string_view with) {
  return text.compare(0, with.size(), with) == 0;
}

std::string text_of(const std::string& file) { return read(fs::path(UKETSUKE_ROOT) / file); }

std::size_t lines_of(const std::string& file) {
  const std::string text = text_of(file);
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::string folder_of(const std::string& file) { return fs::path(file).parent_path().generic_string(); }

/// C++ of the product, without tests and examples.
std::vector<std::string> product_sources() {
  std::vector<std::string> found;
  for (const std::string& file : source_files(UKETSUKE_ROOT)) {
    if (!begins(file, "tests/") && !begins(file, "examples/")) found.push_back(file);
  }
  return found;
}

TEST(Structure, CommandLinesHoldNoLogic) {
  std::size_t lines = 0;
  for (const std::string& file : product_sources()) {
    if (begins(file, "cli/")) lines += lines_of(file);
  }
  EXPECT_GT(lines, 100u);
  EXPECT_LE(lines, 1200u);
}

TEST(Structure, NoCodeFolderHasOver25Files) {
  std::map<std::string, std::size_t> files;
  std::set<std::string> with_code;
  for (const std::string& file : written_files(UKETSUKE_ROOT)) ++files[folder_of(file)];
  for (const std::string& file : source_files(UKETSUKE_ROOT)) with_code.insert(folder_of(file));
  for (const std::string& folder : with_code) EXPECT_LE(files[folder], 25u) << folder;
}

TEST(Structure, ABaseNameIsInAtMostThreeFolders) {
  std::map<std::string, std::set<std::string>> folders;
  for (const std::string& file : product_sources())
    folders[fs::path(file).stem().string()].insert(folder_of(file));
  for (const auto& [name, places] : folders) EXPECT_LE(places.size(), 3u) << name;
}

TEST(Structure, NoFunctionIsOver60LinesLong) {
  for (const std::string& file : product_sources()) {
    for (const Function& function : functions_in(text_of(file)))
      EXPECT_LE(function.lines, 60) << file << ":" << function.line << ": " << function.head;
  }
}

TEST(Structure, EachFolderOfUnitTestsMirrorsAFolderOfTheProduct) {
  for (const std::string& file : source_files(UKETSUKE_ROOT)) {
    if (!begins(file, "tests/unit/") || begins(file, "tests/unit/walls/")) continue;
    const std::string folder = folder_of(file).substr(std::min<std::size_t>(folder_of(file).size(), 11));
    EXPECT_TRUE(fs::is_directory(fs::path(UKETSUKE_ROOT) / folder)) << file << ": there is no " << folder;
  }
}

TEST(Structure, ATestNamedAfterASourceIsInTheMatchingFolder) {
  std::map<std::string, std::set<std::string>> sources;  // stem to folders
  for (const std::string& file : product_sources())
    sources[fs::path(file).stem().string()].insert(folder_of(file));
  for (const std::string& file : source_files(UKETSUKE_ROOT)) {
    const std::string stem = fs::path(file).stem().string();
    if (!begins(file, "tests/unit/") || stem.size() < 6 || stem.substr(stem.size() - 5) != "_test") continue;
    const auto source = sources.find(stem.substr(0, stem.size() - 5));
    if (source == sources.end()) continue;  // a test of a topic, not of a source
    const std::string folder = folder_of(file).substr(std::string("tests/unit/").size());
    // A topic may share its name with a source of another room, not with one of the same room.
    const std::string room = folder.substr(0, folder.find('/'));
    const bool in_room =
        std::any_of(source->second.begin(), source->second.end(),
                    [&](const std::string& one) { return one == room || begins(one, room + "/"); });
    if (in_room) {
      EXPECT_EQ(source->second.count(folder), 1u) << file;
    }
  }
}

/// For each room, the rooms that it includes: first parts of paths.
std::map<std::string, std::set<std::string>> arrows_between_rooms() {
  std::map<std::string, std::set<std::string>> arrows;
  for (const std::string& file : product_sources()) {
    for (const IncludeLine& line : includes(text_of(file))) {
      const std::string from = file.substr(0, file.find('/'));
      const std::string to = line.included.substr(0, line.included.find('/'));
      if (from != to && fs::is_directory(fs::path(UKETSUKE_ROOT) / to)) arrows[from].insert(to);
    }
  }
  return arrows;
}

TEST(Structure, NoRoomIncludesItselfThroughAnother) {
  const auto arrows = arrows_between_rooms();
  ASSERT_GT(arrows.size(), 8u);
  for (const auto& [start, unused] : arrows) {
    std::set<std::string> reached;
    std::vector<std::string> open{start};
    while (!open.empty()) {
      const auto next = arrows.find(open.back());
      open.pop_back();
      if (next == arrows.end()) continue;
      for (const std::string& to : next->second) {
        if (reached.insert(to).second) open.push_back(to);
      }
    }
    EXPECT_EQ(reached.count(start), 0u) << start;
  }
}

TEST(Functions, AreFoundWithTheirLengths) {
  const auto found = functions_in(
      "namespace a {\n"
      "\n"
      "int one(int x) {\n"
      "  return x;\n"
      "}\n"
      "\n"
      "struct S {\n"
      "  void two() const {\n"
      "    if (true) {\n"
      "    }\n"
      "  }\n"
      "};\n"
      "\n"
      "void three(int a,\n"
      "           int b) {\n"
      "}\n"
      "\n"
      "}  // namespace a\n");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].line, 3);
  EXPECT_EQ(found[0].lines, 3);
  EXPECT_EQ(found[1].line, 8);
  EXPECT_EQ(found[1].lines, 4);
  EXPECT_EQ(found[2].line, 14);
  EXPECT_EQ(found[2].lines, 3);
}

}  // namespace structure_test
}  // namespace uketsuke::walls
