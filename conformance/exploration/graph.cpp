#include "conformance/exploration/graph.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <set>
#include <vector>

#include "base/atomic_file.h"
#include "base/error.h"
#include "conformance/consent_engine/state.h"

namespace uketsuke::conformance {

namespace {

/// In the order of docs/reception-flow.md.
struct Group {
  const char* title;
  std::vector<Phase> phases;
};

const std::vector<Group>& groups() {
  static const std::vector<Group> all{
      {"本人確認 identification",
       {Phase::choosing, Phase::visual, Phase::face_number, Phase::face_photo, Phase::face_proof,
        Phase::face_guide, Phase::face_failed, Phase::pin_tries, Phase::pin_entry, Phase::pin_check,
        Phase::pin_wrong, Phase::pin_locked}},
      {"資格確認 eligibility",
       {Phase::certificate, Phase::notice, Phase::registration, Phase::enroll_question, Phase::enrolling,
        Phase::eligibility}},
      {"同意 consent", {Phase::consent_all, Phase::consent}},
      {"完了 completion", {Phase::storing, Phase::done, Phase::limit, Phase::limit_storing}}};
  return all;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '\\';
    out += c;
  }
  return out + "\"";
}

using Arrows = std::map<std::pair<std::string, std::string>, std::vector<Transition>>;

bool begins(const std::string& text, std::string_view with) {
  return text.compare(0, with.size(), with) == 0;
}
bool ends(const std::string& text, std::string_view with) {
  return text.size() >= with.size() && text.compare(text.size() - with.size(), with.size(), with) == 0;
}

/// Whether the transition is possible nearly everywhere and would hide everything else.
bool anywhere(const Transition& transition) {
  const std::string& input = transition.input;
  if (begins(input, "staff mode")) return true;
  if (transition.to == to_name(Phase::idle)) return input == "card taken";
  return transition.to == to_name(Phase::ended) &&
         (ends(input, "timed out") || begins(input, "touched cancel") || input == "service silent");
}

/// One line for inputs that differ in one word, `certificate expired | revoked | suspended`, with their
/// requirements.
std::string label_of(const std::vector<Transition>& transitions) {
  std::map<std::string, std::pair<std::set<std::string>, std::set<std::string>>> lines;
  for (const auto& transition : transitions) {
    std::string what = transition.input;
    if (const auto on = what.find(" on "); begins(what, "touched ") && on != std::string::npos)
      what.resize(on);
    const auto space = what.rfind(' ');
    const bool words = space != std::string::npos;
    auto& [last_words, requirements] = lines[words ? what.substr(0, space) : std::string()];
    last_words.insert(words ? what.substr(space + 1) : what);
    requirements.insert(transition.requirement);
  }
  std::string label;
  for (const auto& [first_words, rest] : lines) {
    label += fmt::format("{}{} {}  [{}]", label.empty() ? "" : "\\n", first_words,
                         fmt::join(rest.first, " | "), fmt::join(rest.second, ", "));
  }
  return label;
}

/// Pipes a graph through `dot` and returns the drawing.
std::string through_dot(const std::string& graph) {
  int in[2];
  int out[2];
  if (::pipe(in) != 0 || ::pipe(out) != 0) throw SystemError("cannot make a pipe for Graphviz's dot");
  const pid_t child = ::fork();
  if (child < 0) throw SystemError("cannot start Graphviz's dot");
  if (child == 0) {
    ::dup2(in[0], STDIN_FILENO);
    ::dup2(out[1], STDOUT_FILENO);
    for (const int end : {in[0], in[1], out[0], out[1]}) ::close(end);
    ::execlp("dot", "dot", "-Tsvg", nullptr);
    ::_exit(127);
  }
  ::close(in[0]);
  ::close(out[1]);
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  // dot draws only after reading everything, so writing all of it first cannot block for ever.
  for (std::size_t at = 0; at < graph.size();) {
    const ssize_t written = ::write(in[1], graph.data() + at, graph.size() - at);
    if (written <= 0) break;
    at += static_cast<std::size_t>(written);
  }
  ::close(in[1]);
  std::signal(SIGPIPE, before);
  std::string picture;
  char buffer[65536];
  for (ssize_t got = ::read(out[0], buffer, sizeof(buffer)); got > 0;
       got = ::read(out[0], buffer, sizeof(buffer)))
    picture.append(buffer, static_cast<std::size_t>(got));
  ::close(out[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
    throw SystemError("an SVG needs Graphviz: sudo apt-get install graphviz; or write FILE.dot instead");
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || picture.empty())
    throw SystemError("Graphviz's dot failed; write FILE.dot and look at it");
  return picture;
}

}  // namespace

std::string to_dot(const Exploration& exploration, const std::string& title) {
  Arrows arrows;
  std::set<std::string> phases;
  for (const auto& [id, transition] : exploration.transitions) {
    phases.insert(transition.from);
    phases.insert(transition.to);
    if (!anywhere(transition)) arrows[{transition.from, transition.to}].push_back(transition);
  }
  std::string dot =
      "digraph reception {\n  rankdir=TB;\n  nodesep=0.3;\n  fontname=\"Noto Sans CJK JP\";\n  node "
      "[shape=box, "
      "style=rounded, fontname=\"Noto Sans CJK JP\"];\n  edge [fontname=\"Noto Sans CJK JP\", fontsize=9];\n "
      " "
      "labelloc=t;\n";
  dot += "  label=" +
         quoted(title +
                "\\nNot drawn: the card can be taken in every phase (to idle), a question can time out or be "
                "cancelled and "
                "the service be silent (to ended), staff can change the mode.") +
         ";\n";
  int number = 0;
  for (const Group& group : groups()) {
    dot += fmt::format("  subgraph cluster_{} {{\n    label={};\n    color=gray;\n", number++,
                       quoted(group.title));
    for (const Phase phase : group.phases) {
      const std::string name(to_name(phase));
      if (phases.erase(name) != 0) dot += fmt::format("    {};\n", quoted(name));
    }
    dot += "  }\n";
  }
  for (const std::string& phase : phases) dot += fmt::format("  {};\n", quoted(phase));
  for (const auto& [ends, transitions] : arrows)
    dot += fmt::format("  {} -> {} [label={}];\n", quoted(ends.first), quoted(ends.second),
                       quoted(label_of(transitions)));
  return dot + "}\n";
}

void write_graph(const std::string& dot, const std::filesystem::path& file) {
  const std::string ending = file.extension().string();
  if (ending == ".svg") {
    write_file(file, through_dot(dot));
  } else if (ending == ".dot") {
    write_file(file, dot);
  } else {
    throw InputError(InputProblem::bad_value, Place{file.string()},
                     "a graph is written to FILE.dot or FILE.svg");
  }
}

}  // namespace uketsuke::conformance
