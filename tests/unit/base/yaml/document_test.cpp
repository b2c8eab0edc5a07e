#include "base/yaml/document.h"

#include <gtest/gtest.h>

#include <functional>

namespace uketsuke::yaml {
namespace document_test {

struct Failure {
  InputProblem problem{};
  std::string what;
};

Failure failure(const std::function<void()>& work) {
  try {
    work();
  } catch (const InputError& error) {
    return {error.problem(), error.what()};
  }
  ADD_FAILURE() << "was read without an error";
  return {};
}

Failure failure_of(const std::string& text, const Limits& limits = {}) {
  return failure([&] { parse(text, "t.yaml", limits); });
}

TEST(Parse, DocumentsWithoutContentAreLeftOut) {
  EXPECT_EQ(parse("---\n---\na: 1\n---\n# only a comment\n---\nb: 2\n", "t.yaml").size(), 2u);
}

TEST(Parse, EmptyTextHasNoDocument) { EXPECT_TRUE(parse("", "t.yaml").empty()); }

TEST(Parse, ByteOrderMarkIsNoContent) {
  EXPECT_EQ(parse("\xEF\xBB\xBFkey: 1\n", "t.yaml").front().map().required("key").text(), "1");
}

TEST(Parse, SyntaxErrorNamesItsPlace) {
  const auto error = failure_of("a: [1, 2\nb: 3\n");
  EXPECT_EQ(error.problem, InputProblem::syntax);
  EXPECT_EQ(error.what.rfind("t.yaml:2:2: not YAML: ", 0), 0u) << error.what;
}

class StrayCharacter : public testing::TestWithParam<const char*> {};

TEST_P(StrayCharacter, IsASyntaxErrorAndNotReadForEver) {
  EXPECT_EQ(failure_of(GetParam()).problem, InputProblem::syntax);
}

// Found by the property test of the loader.
INSTANTIATE_TEST_SUITE_P(Texts, StrayCharacter,
                         testing::Values(", a\n", "a: 1\n---\n, b\n", "}\n", "e\n, and\nb: 2\n"));

TEST(Parse, KeyTwiceNamesTheSecond) {
  const auto error = failure_of("a: 1\nb: 2\na: 3\n");
  EXPECT_EQ(error.problem, InputProblem::duplicate_key);
  EXPECT_EQ(error.what, "t.yaml:3:1: the key \"a\" appears twice in this map");
}

TEST(Parse, KeyThatIsAListIsRefused) {
  const auto error = failure_of("? [a, b]\n: 1\n");
  EXPECT_EQ(error.problem, InputProblem::wrong_type);
  EXPECT_EQ(error.what, "t.yaml:1:3: a key must be a single value");
}

TEST(Parse, AliasStandsForWhatItNames) {
  const auto value = parse("a: &x [1, 2]\nb: *x\n", "t.yaml").front();
  EXPECT_EQ(value.map().required("b").texts(), (std::vector<std::string>{"1", "2"}));
}

TEST(Parse, AliasInsideItsOwnNodeIsACircle) {
  const auto error = failure_of("a: &x\n  b: *x\n");
  EXPECT_EQ(error.problem, InputProblem::cyclic_alias);
  EXPECT_EQ(error.what, "t.yaml:2:6: an alias must not be inside the node that it refers to");
}

TEST(Parse, AliasOfNothingIsASyntaxError) {
  EXPECT_EQ(failure_of("a: *nobody\n").problem, InputProblem::syntax);
}

TEST(Parse, BillionLaughsIsTooLargeWithoutBeingExpanded) {
  std::string text = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n";
  for (int i = 1; i < 20; ++i) {
    const std::string alias = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + alias;
    for (int k = 1; k < 10; ++k) text += ", " + alias;
    text += "]\n";
  }
  const auto error = failure_of(text);
  EXPECT_EQ(error.problem, InputProblem::too_large);
  // The sixth line would make 10^6 nodes; its second alias passes the limit of 200,000.
  EXPECT_EQ(error.what.rfind("t.yaml:6:", 0), 0u) << error.what;
}

TEST(Parse, DeepNestingIsTooLarge) {
  const auto error = failure_of(std::string(65, '[') + std::string(65, ']'));
  EXPECT_EQ(error.problem, InputProblem::too_large);
  EXPECT_EQ(error.what, "t.yaml:1:65: nested more than 64 levels deep");
}

TEST(Parse, NestingUpToTheLimitIsRead) {
  EXPECT_EQ(parse(std::string(64, '[') + std::string(64, ']'), "t.yaml").size(), 1u);
}

TEST(Parse, VeryDeepNestingDoesNotExhaustTheStack) {
  EXPECT_EQ(failure_of(std::string(500'000, '[')).problem, InputProblem::too_large);
}

TEST(Parse, BytesThatAreNoTextNameTheFirst) {
  const auto error = failure_of("key: \xC3\x28\n");
  EXPECT_EQ(error.problem, InputProblem::not_text);
  EXPECT_EQ(error.what, "t.yaml: not UTF-8 text (byte 5): is this a YAML file?");
}

TEST(Parse, ZeroByteIsNoText) {
  EXPECT_EQ(failure_of(std::string("a: b\0c\n", 7)).problem, InputProblem::not_text);
}

TEST(Parse, TextOverTheLimitIsTooLarge) {
  const auto error = failure_of(std::string(101, ' '), Limits{100, 100, 10});
  EXPECT_EQ(error.problem, InputProblem::too_large);
  EXPECT_EQ(error.what,
            "t.yaml: 101 bytes exceeds the limit of 100 bytes for a YAML file of this kind; split it");
}

TEST(Load, MissingFileIsUnreadable) {
  const auto error = failure([] { load("/nowhere/pin.yaml"); });
  EXPECT_EQ(error.problem, InputProblem::unreadable);
  EXPECT_EQ(error.what, "/nowhere/pin.yaml: cannot be read; check that it exists and that you may read it");
}

TEST(Load, FolderIsUnreadable) {
  const auto error = failure([] { load("/usr"); });
  EXPECT_EQ(error.what, "/usr: is a folder; expected a file");
}

}  // namespace document_test
}  // namespace uketsuke::yaml
