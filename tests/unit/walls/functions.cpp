#include "tests/unit/walls/functions.h"

#include <regex>
#include <sstream>

namespace uketsuke::walls {

namespace {

std::size_t indent_of(const std::string& line) {
  const std::size_t at = line.find_first_not_of(' ');
  return at == std::string::npos ? line.size() : at;
}

/// Whether a line can begin a function's head: it is not a type, a namespace, a statement or a comment.
bool may_begin(const std::string& line) {
  static const std::regex no(
      R"(^\s*(namespace|class|struct|enum|union|extern|for|if|while|switch|else|do|try|return|throw|case|public|private|using|typedef|#|//|/\*|\*|\}|\)).*)");
  return !line.empty() && !std::regex_match(line, no);
}

}  // namespace

std::vector<Function> functions_in(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  std::vector<Function> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty() || lines[i].back() != '{') continue;
    std::size_t begin = i;  // a head that clang-format has wrapped goes on deeper than it begins
    while (begin > 0 && indent_of(lines[begin]) >= 4 && !lines[begin - 1].empty() &&
           std::string(";{}").find(lines[begin - 1].back()) == std::string::npos)
      --begin;
    const std::size_t indent = indent_of(lines[begin]);
    std::string head;
    for (std::size_t k = begin; k <= i; ++k) head += lines[k];
    if (indent > 2 || !may_begin(lines[begin]) || head.find('(') == std::string::npos) continue;
    if (head.find(" = ") != std::string::npos && head.find("operator") == std::string::npos &&
        head.find(" = ") < head.find('('))
      continue;  // data
    std::size_t end = i + 1;
    while (end < lines.size() &&
           !(indent_of(lines[end]) == indent && lines[end].compare(indent, 1, "}") == 0))
      ++end;
    found.push_back(
        {static_cast<int>(begin) + 1, static_cast<int>(end - begin) + 1, lines[begin].substr(indent)});
  }
  return found;
}

}  // namespace uketsuke::walls
