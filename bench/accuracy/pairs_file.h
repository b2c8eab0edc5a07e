#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace uketsuke::bench {

/// One line of a pairs file.
struct NamedPair {
  int line = 0;  ///< line number, from 1
  int fold = 0;  ///< from 0
  std::string first_name;
  int first_number = 0;
  std::string second_name;
  int second_number = 0;

  bool same() const { return first_name == second_name; }
};

struct PairsFile {
  int folds = 1;
  std::vector<NamedPair> pairs;
};

/// Reads a pairs file in the format of "Labeled Faces in the Wild": a header `folds n` or `n`, then for each
/// fold n lines `name i j` (one person) and n lines `name1 i name2 j` (two persons). Words are separated by
/// tabs or spaces.
/// @throws InputError with the line: unreadable, not_text, syntax, bad_value, duplicate_name (a pair twice in
/// a fold), empty
PairsFile read_pairs(const std::filesystem::path& file);

}  // namespace uketsuke::bench
