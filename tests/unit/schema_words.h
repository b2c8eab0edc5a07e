#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace uketsuke {

using Words = std::vector<std::string>;

/// A JSON Schema of the tree; tests run in its root.
inline nlohmann::json load_schema(const std::string& file) {
  std::ifstream in(file);
  return nlohmann::json::parse(in);
}

/// Collects the `enum` lists of a schema by their paths, `definitions/Method`.
inline void find_word_lists(const nlohmann::json& at, const std::string& path,
                            std::map<std::string, Words>& found) {
  for (const auto& [key, below] : at.items()) {
    if (key == "enum" && below.is_array()) {
      found[path] = below.get<Words>();
    } else if (below.is_structured()) {
      find_word_lists(below, path.empty() ? key : path + "/" + key, found);
    }
  }
}

/// Fails for an `enum` list of the schema that differs from the expected words, that `expected` does not
/// name, or that is missing.
inline void expect_word_lists(const std::string& file, const std::map<std::string, Words>& expected) {
  std::map<std::string, Words> found;
  find_word_lists(load_schema(file), "", found);
  for (const auto& [path, words] : found) {
    const auto known = expected.find(path);
    if (known == expected.end()) {
      ADD_FAILURE() << file << ": the test does not say which enumeration the words of " << path << " are";
    } else {
      EXPECT_EQ(words, known->second)
          << file << ": write " << nlohmann::json(known->second) << " to " << path;
    }
  }
  for (const auto& [path, words] : expected) EXPECT_EQ(found.count(path), 1u) << file << " has no " << path;
}

}  // namespace uketsuke
