#include "bench/accuracy/pairs_file.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <system_error>
#include <tuple>

#include "base/error.h"

namespace uketsuke::bench {

namespace {

constexpr int kMostPairs = 10'000'000;

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream text(line);
  std::vector<std::string> words;
  for (std::string word; text >> word;) words.push_back(word);
  return words;
}

std::optional<int> whole_number(const std::string& word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || value < 0) return std::nullopt;
  return value;
}

class Reader {
 public:
  explicit Reader(const std::filesystem::path& file) : name_(file.string()), in_(file, std::ios::binary) {
    std::error_code error;
    if (!in_ || std::filesystem::is_directory(file, error)) {
      throw InputError(InputProblem::unreadable, {name_, 0, 0}, "cannot be read as a pairs file");
    }
  }

  PairsFile read() {
    PairsFile file;
    if (!next_line()) fail(InputProblem::empty, "no header; a pairs file begins with `folds n` or `n`");
    const auto [folds, each] = header();
    file.folds = folds;
    for (int fold = 0; fold < folds; ++fold) {
      for (int kind = 0; kind < 2; ++kind) {
        for (int count = 0; count < each; ++count) file.pairs.push_back(pair(fold, kind == 0, each));
      }
    }
    if (next_line()) {
      fail(InputProblem::bad_value,
           fmt::format("more pairs than the header says ({} folds of {} + {})", folds, each, each));
    }
    return file;
  }

 private:
  std::string name_;
  std::ifstream in_;
  std::string line_;
  int number_ = 0;
  std::map<std::tuple<int, std::string, int, std::string, int>, int> seen_;

  [[noreturn]] void fail(InputProblem problem, const std::string& message) const {
    throw InputError(problem, {name_, number_, 1}, message);
  }

  /// The next non-empty line.
  bool next_line() {
    while (std::getline(in_, line_)) {
      ++number_;
      if (line_.find('\0') != std::string::npos)
        fail(InputProblem::not_text, "not text: it contains a zero byte");
      if (line_.find_first_not_of(" \t\r") != std::string::npos) return true;
    }
    return false;
  }

  std::pair<int, int> header() const {
    const auto words = words_of(line_);
    const auto first = whole_number(words[0]);
    const auto second = words.size() == 2 ? whole_number(words[1]) : std::optional<int>(1);
    if (words.size() > 2 || !first || !second) {
      fail(InputProblem::syntax, fmt::format("\"{}\" is not a header: `folds n` or `n`", words[0]));
    }
    const int folds = words.size() == 2 ? *first : 1;
    const int each = words.size() == 2 ? *second : *first;
    if (folds < 1 || each < 1 || folds > kMostPairs / each) {
      fail(InputProblem::bad_value,
           fmt::format("{} folds of {} pairs: from 1 to {:L} pairs", folds, each, kMostPairs));
    }
    return {folds, each};
  }

  NamedPair pair(int fold, bool same, int each) {
    if (!next_line()) {
      ++number_;
      fail(InputProblem::missing_key,
           fmt::format("the file ends in fold {}, which needs {} pairs of one person and {} of two", fold + 1,
                       each, each));
    }
    const auto words = words_of(line_);
    if (words.size() != (same ? 3U : 4U)) {
      fail(InputProblem::syntax, fmt::format("{} words where fold {} needs `{}`", words.size(), fold + 1,
                                             same ? "name i j" : "name1 i name2 j"));
    }
    check_name(words[0]);
    if (!same) check_name(words[2]);
    NamedPair pair{number_,
                   fold,
                   words[0],
                   picture_number(words[1]),
                   same ? words[0] : words[2],
                   picture_number(words[same ? 2 : 3])};
    if (!same && pair.same()) {
      fail(InputProblem::bad_value,
           fmt::format("{} is compared with itself in a pair of two persons", pair.first_name));
    }
    const auto [at, is_new] = seen_.emplace(
        std::tuple(fold, pair.first_name, pair.first_number, pair.second_name, pair.second_number), number_);
    if (!is_new) fail(InputProblem::duplicate_name, fmt::format("repeats the pair of line {}", at->second));
    return pair;
  }

  /// A name must be a single folder name, so that it cannot lead outside the folder of images.
  void check_name(const std::string& name) const {
    if (name.find('/') != std::string::npos || name == "." || name == "..") {
      fail(InputProblem::bad_value, fmt::format("\"{}\" is not the name of a person's folder", name));
    }
  }

  int picture_number(const std::string& word) const {
    const auto number = whole_number(word);
    if (!number || *number > 9999) {
      fail(InputProblem::bad_value, fmt::format("\"{}\" is not the number of a picture, 0 to 9999", word));
    }
    return *number;
  }
};

}  // namespace

PairsFile read_pairs(const std::filesystem::path& file) { return Reader(file).read(); }

}  // namespace uketsuke::bench
