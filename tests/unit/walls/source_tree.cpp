#include "tests/unit/walls/source_tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace uketsuke::walls {

namespace {

namespace fs = std::filesystem;

/// Blanks every comment of a text. Line feeds stay, so lines keep their numbers. String literals stay too:
/// `//` in one begins no comment.
std::string without_comments(std::string_view text) {
  enum class In { code, literal, line_comment, block_comment } in = In::code;
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::string_view two = text.substr(i, 2);
    if (in == In::code && two == "//") in = In::line_comment;
    if (in == In::code && two == "/*") in = In::block_comment;
    if (in == In::block_comment && two == "*/") {
      out[i] = out[i + 1] = ' ';
      ++i;
      in = In::code;
      continue;
    }
    if (text[i] == '\n') {
      if (in != In::block_comment) in = In::code;
      continue;
    }
    if (in == In::line_comment || in == In::block_comment) {
      out[i] = ' ';
    } else if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      in = in == In::literal ? In::code : In::literal;
    }
  }
  return out;
}

/// Folders below the root that hold generated files.
bool is_output(const std::string& name) {
  return name == ".git" || name.rfind("build", 0) == 0 || name == "uketsuke-out" || name == "__pycache__" ||
         name == ".cache" || name == ".vscode" || name == ".idea";
}

}  // namespace

std::vector<IncludeLine> includes(std::string_view text) {
  static const std::regex pattern(R"re(^\s*#\s*include\b\s*(?:"([^"]*)"|<([^>]*)>)?)re");
  std::vector<IncludeLine> found;
  std::istringstream lines(without_comments(text));
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    std::smatch match;
    if (!std::regex_search(line, match, pattern)) continue;
    const bool angled = match[2].matched;
    found.push_back({number, angled ? match[2].str() : match[1].str(), angled ? Form::angled : Form::quoted});
  }
  return found;
}

std::vector<std::string> written_files(const fs::path& root) {
  std::vector<std::string> found;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator();
       ++entry) {
    if (entry->is_directory() && is_output(entry->path().filename().string())) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file() && !entry->is_symlink() && entry->path().extension() != ".partial" &&
               entry->path().filename() != "compile_commands.json") {
      found.push_back(entry->path().lexically_relative(root).generic_string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> source_files(const fs::path& root) {
  std::vector<std::string> found = written_files(root);
  found.erase(std::remove_if(found.begin(), found.end(),
                             [](const std::string& file) {
                               const auto extension = fs::path(file).extension();
                               return extension != ".h" && extension != ".cpp";
                             }),
              found.end());
  return found;
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace uketsuke::walls
