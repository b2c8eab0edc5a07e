// The drawing of the reference engine. Graphviz itself is the judge of what it can read.

#include "conformance/exploration/graph.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <string>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::conformance::test {
namespace graph_test {

using testing::HasSubstr;
using testing::Not;

Exploration with(const std::vector<Transition>& transitions) {
  Exploration exploration;
  for (const Transition& transition : transitions) exploration.transitions[transition.id()] = transition;
  return exploration;
}

std::string drawing_of(const std::vector<Transition>& transitions) {
  return to_dot(with(transitions), "Reception");
}

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

const std::vector<Transition>& two() {
  static const std::vector<Transition> some{
      {"idle", "card inserted", "reading", "FLOW-01"},
      {"reading", "card read: my_number_card", "choosing", "FLOW-02"},
  };
  return some;
}

TEST(Graph, HasANodeForEachPhaseAndAnArrowForEachTransition) {
  const std::string dot = drawing_of(two());
  for (const char* phase : {"\"idle\";", "\"reading\";", "\"choosing\";"}) EXPECT_THAT(dot, HasSubstr(phase));
  EXPECT_THAT(dot, HasSubstr("\"idle\" -> \"reading\""));
  EXPECT_THAT(dot, HasSubstr("\"reading\" -> \"choosing\""));
}

TEST(Graph, AnArrowNamesItsInputAndItsRequirement) {
  EXPECT_THAT(drawing_of(two()), HasSubstr("card inserted  [FLOW-01]"));
}

TEST(Graph, BearsItsTitle) { EXPECT_THAT(drawing_of(two()), HasSubstr("label=\"Reception\\n")); }

TEST(Graph, EndsOfOneArrowShareIt) {
  const std::string dot = drawing_of({
      {"certificate", "certificate expired", "ended", "CERT-01"},
      {"certificate", "certificate revoked", "ended", "CERT-02"},
  });
  EXPECT_THAT(dot, HasSubstr("certificate expired | revoked  [CERT-01, CERT-02]"));
  EXPECT_EQ(dot.find("->"), dot.rfind("->")) << dot;
}

TEST(Graph, TheScreenOfATouchIsThePhaseAndIsNotSaidAgain) {
  const std::string dot = drawing_of({{"choosing", "touched pin on choose_method", "pin_tries", "PIN-01"}});
  EXPECT_THAT(dot, HasSubstr("touched pin  [PIN-01]"));
  EXPECT_THAT(dot, Not(HasSubstr("on choose_method")));
}

TEST(Graph, WhatIsPossibleAnywhereIsInTheNoteOnly) {
  const std::string dot = drawing_of({
      {"consent", "card taken", "idle", "FLOW-09"},
      {"consent", "staff mode on", "consent", "VISUAL-03"},
      {"consent", "touched cancel on consent_medicines", "ended", "FLOW-11"},
      {"consent", "consent_medicines timed out", "ended", "FLOW-12"},
      {"storing", "service silent", "ended", "FLOW-13"},
  });
  EXPECT_THAT(dot, Not(HasSubstr("->")));
  EXPECT_THAT(dot, HasSubstr("Not drawn"));
}

TEST(Graph, ATimeOutThatGoesOnIsDrawn) {
  EXPECT_THAT(drawing_of({{"consent", "consent_medicines timed out", "storing", "CONSENT-03"}}),
              HasSubstr("\"consent\" -> \"storing\""));
}

TEST(Graph, PhasesOfOneStageStandTogether) {
  const std::string dot = drawing_of({{"pin_entry", "PIN entered", "pin_check", "PIN-02"}});
  const auto group = dot.find("本人確認");
  ASSERT_NE(group, std::string::npos);
  const std::string inside = dot.substr(group, dot.find("  }\n", group) - group);
  EXPECT_THAT(inside, HasSubstr("\"pin_entry\";"));
  EXPECT_THAT(inside, HasSubstr("\"pin_check\";"));
}

TEST(Graph, APhaseOfNoStageIsStillThere) {
  const std::string dot = drawing_of(two());
  const auto last_group = dot.rfind("  }\n");
  EXPECT_NE(dot.find("  \"idle\";\n", last_group), std::string::npos);
}

TEST(Graph, QuotesInATitleDoNotEndIt) {
  EXPECT_THAT(to_dot(with(two()), "the \"reader\""), HasSubstr("the \\\"reader\\\""));
}

TEST(WriteGraph, ADotFileIsTheTextUnchanged) {
  const TemporaryFolder folder;
  write_graph("digraph {}\n", folder.path() / "states.dot");
  EXPECT_EQ(content(folder.path() / "states.dot"), "digraph {}\n");
}

TEST(WriteGraph, GraphvizDrawsEveryPhase) {
  const TemporaryFolder folder;
  write_graph(drawing_of(two()), folder.path() / "states.svg");
  const std::string svg = content(folder.path() / "states.svg");
  EXPECT_THAT(svg, HasSubstr("</svg>"));
  for (const char* phase : {">idle<", ">reading<", ">choosing<"}) EXPECT_THAT(svg, HasSubstr(phase));
}

TEST(WriteGraph, RefusesAnEndingThatItDoesNotKnowAndNamesThoseItKnows) {
  const TemporaryFolder folder;
  try {
    write_graph("digraph {}\n", folder.path() / "states.png");
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr(".dot"));
    EXPECT_THAT(error.what(), HasSubstr(".svg"));
  }
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "states.png"));
}

TEST(WriteGraph, WhatGraphvizCannotReadIsAnErrorAndNoFile) {
  const TemporaryFolder folder;
  EXPECT_THROW(write_graph("no graph", folder.path() / "states.svg"), SystemError);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "states.svg"));
}

}  // namespace graph_test
}  // namespace uketsuke::conformance::test
