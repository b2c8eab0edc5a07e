#include "bench/accuracy/plan.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "tests/unit/bench/accuracy/face_folder.h"

namespace uketsuke::bench {
namespace plan_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class PlanTest : public FaceFolder {
 protected:
  EvaluateOptions options() const {
    EvaluateOptions wanted;
    wanted.folder = folder;
    return wanted;
  }

  /// `a/1.jpg b/1.jpg -` for an impostor comparison, `+` for a genuine one.
  static std::vector<std::string> listed(const Plan& plan) {
    std::vector<std::string> lines;
    for (const Comparison& one : plan.comparisons) {
      lines.push_back(plan.gallery.pictures[one.reference].name + " " +
                      plan.gallery.pictures[one.probe].name + (one.genuine ? " +" : " -"));
    }
    return lines;
  }

  static std::size_t genuine(const Plan& plan) {
    return static_cast<std::size_t>(std::count_if(plan.comparisons.begin(), plan.comparisons.end(),
                                                  [](const Comparison& one) { return one.genuine; }));
  }
};

TEST_F(PlanTest, TheFirstPictureOfAPersonIsTheReferenceOfAllOthers) {
  add({"a/1.jpg", "a/2.jpg", "b/1.jpg", "b/2.jpg"});
  EXPECT_THAT(listed(make_plan(options())), UnorderedElementsAre("a/1.jpg a/2.jpg +", "a/1.jpg b/2.jpg -",
                                                                 "b/1.jpg a/2.jpg -", "b/1.jpg b/2.jpg +"));
}

TEST_F(PlanTest, PicturesNamedAsReferencesAreTheReferences) {
  add({"a/1.jpg", "a/card.jpg", "b/1.jpg", "b/2.jpg"});
  EXPECT_THAT(listed(make_plan(options())),
              UnorderedElementsAre("a/card.jpg a/1.jpg +", "a/card.jpg b/2.jpg -", "b/1.jpg a/1.jpg -",
                                   "b/1.jpg b/2.jpg +"));
}

// n pictures give n (n - 1) / 2 pairs; persons of 3 and 2 pictures have 3 + 1 genuine ones of 10.
TEST_F(PlanTest, AllAgainstAllComparesEveryPairOnce) {
  add({"a/1.jpg", "a/2.jpg", "a/3.jpg", "b/1.jpg", "b/2.jpg"});
  EvaluateOptions wanted = options();
  wanted.all_against_all = true;
  const Plan plan = make_plan(wanted);
  EXPECT_EQ(plan.comparisons.size(), 10U);
  EXPECT_EQ(genuine(plan), 4U);
  for (const Comparison& one : plan.comparisons) EXPECT_LT(one.reference, one.probe);
}

TEST_F(PlanTest, SaysWhichPicturesAreReferencesAndProbes) {
  add({"a/1.jpg", "a/2.jpg", "b/1.jpg"});
  const Plan plan = make_plan(options());
  EXPECT_THAT(plan.references, ElementsAre(true, false, true));
  EXPECT_THAT(plan.probes, ElementsAre(false, true, false));
}

TEST_F(PlanTest, OnePersonHasNoImpostors) {
  add({"a/1.jpg", "a/2.jpg"});
  EXPECT_EQ(refusal(InputProblem::empty, [&] { make_plan(options()); }),
            folder.string() + ": pictures of 1 person only: impostor comparisons need two persons");
}

TEST_F(PlanTest, OnePicturePerPersonGivesNoGenuineComparison) {
  add({"a/1.jpg", "b/1.jpg"});
  EvaluateOptions wanted = options();
  wanted.all_against_all = true;
  EXPECT_THAT(refusal(InputProblem::empty, [&] { make_plan(wanted); }),
              HasSubstr("no person has two pictures"));
}

// Twelve persons of two pictures: 12 genuine and 132 impostor comparisons.
class DrawnImpostors : public PlanTest {
 protected:
  void SetUp() override {
    PlanTest::SetUp();
    for (char person = 'a'; person <= 'l'; ++person)
      add({std::string(1, person) + "/1.jpg", std::string(1, person) + "/2.jpg"});
  }
  Plan drawn(std::size_t impostors, std::uint64_t seed) const {
    EvaluateOptions wanted = options();
    wanted.max_impostors = impostors;
    wanted.seed = seed;
    return make_plan(wanted);
  }
};

TEST_F(DrawnImpostors, AreAsManyAsWantedAndEveryGenuineStays) {
  const Plan plan = drawn(20, 1);
  EXPECT_EQ(genuine(plan), 12U);
  EXPECT_EQ(plan.comparisons.size(), 32U);
}

TEST_F(DrawnImpostors, AreAllIfThereAreNoMore) {
  EXPECT_EQ(drawn(132, 1).comparisons.size(), 144U);
  EXPECT_EQ(drawn(1000, 1).comparisons.size(), 144U);
  EXPECT_EQ(drawn(0, 1).comparisons.size(), 144U);
}

TEST_F(DrawnImpostors, AreDifferentAndAmongThoseOfThePlan) {
  const std::vector<std::string> all = listed(drawn(0, 1));
  const std::vector<std::string> some = listed(drawn(50, 1));
  EXPECT_EQ(std::set<std::string>(some.begin(), some.end()).size(), some.size());
  for (const std::string& one : some) EXPECT_NE(std::find(all.begin(), all.end(), one), all.end()) << one;
}

TEST_F(DrawnImpostors, DependOnTheSeedAlone) {
  EXPECT_EQ(listed(drawn(20, 5)), listed(drawn(20, 5)));
  EXPECT_NE(listed(drawn(20, 5)), listed(drawn(20, 6)));
}

class PlanOfPairs : public PlanTest {
 protected:
  EvaluateOptions of(const std::string& text, bool skip = false) const {
    EvaluateOptions wanted = options();
    wanted.pairs = write("pairs.txt", text);
    wanted.skip_missing = skip;
    return wanted;
  }
};

TEST_F(PlanOfPairs, ComparesThePicturesOfEveryLine) {
  add({"Ada/Ada_0001.jpg", "Ada/Ada_0002.png", "Bob/Bob_0010.jpg"});
  const Plan plan = make_plan(of("1\nAda 1 2\nBob 10 Ada 2\n"));
  EXPECT_THAT(listed(plan),
              ElementsAre("Ada/Ada_0001.jpg Ada/Ada_0002.png +", "Bob/Bob_0010.jpg Ada/Ada_0002.png -"));
  EXPECT_EQ(plan.folds, 1);
  EXPECT_EQ(plan.gallery.pictures.size(), 3U) << "a picture of two pairs is read once";
}

TEST_F(PlanOfPairs, KeepsTheFoldOfEveryPair) {
  add({"Ada/Ada_0001.jpg", "Ada/Ada_0002.jpg", "Bob/Bob_0001.jpg"});
  const Plan plan = make_plan(of("2 1\nAda 1 2\nAda 1 Bob 1\nAda 2 1\nAda 2 Bob 1\n"));
  std::vector<int> folds;
  for (const Comparison& one : plan.comparisons) folds.push_back(one.fold);
  EXPECT_THAT(folds, ElementsAre(0, 0, 1, 1));
  EXPECT_EQ(plan.folds, 2);
}

TEST_F(PlanOfPairs, NamesEveryPairWithoutAPictureInOneMessage) {
  add({"Ada/Ada_0001.jpg"});
  const EvaluateOptions wanted = of("1\nAda 1 2\nAda 1 Bob 1\n");
  const std::string file = wanted.pairs.string();
  EXPECT_EQ(refusal(InputProblem::unknown_name, [&] { make_plan(wanted); }),
            file + ":2:1: no picture Ada/Ada_0002.jpg (or .png) in " + folder.string() + "\n" + file +
                ":3:1: no picture Bob/Bob_0001.jpg (or .png) in " + folder.string() +
                "\nuse --skip-missing to leave out such pairs");
}

TEST_F(PlanOfPairs, OfManyMissingPicturesTwentyAreNamed) {
  std::string text = "15\n";
  for (int i = 1; i <= 15; ++i) text += "Ada " + std::to_string(i) + " 99\n";
  for (int i = 1; i <= 15; ++i) text += "Ada " + std::to_string(i) + " Bob 1\n";
  const std::string message = refusal(InputProblem::unknown_name, [&] { make_plan(of(text)); });
  EXPECT_EQ(std::count(message.begin(), message.end(), '\n'), 21);  // 19 more pairs, the rest, the advice
  EXPECT_THAT(message, HasSubstr("\n... and 10 more\n"));
}

TEST_F(PlanOfPairs, CanLeaveThemOut) {
  add({"Ada/Ada_0001.jpg", "Ada/Ada_0002.jpg", "Bob/Bob_0001.jpg"});
  const Plan plan = make_plan(of("2\nAda 1 2\nAda 1 3\nAda 1 Bob 1\nAda 1 Cid 1\n", true));
  EXPECT_EQ(plan.comparisons.size(), 2U);
  EXPECT_EQ(plan.left_out.size(), 2U);
  EXPECT_THAT(plan.left_out.at(1), HasSubstr("pairs.txt:5:1: no picture Cid/Cid_0001.jpg"));
}

TEST_F(PlanOfPairs, WithoutMissingPicturesNothingIsLeftOut) {
  add({"Ada/Ada_0001.jpg", "Ada/Ada_0002.jpg", "Bob/Bob_0001.jpg"});
  EXPECT_THAT(make_plan(of("1\nAda 1 2\nAda 1 Bob 1\n", true)).left_out, IsEmpty());
}

TEST_F(PlanOfPairs, NeedsAFolder) {
  EvaluateOptions wanted = of("1\nAda 1 2\nAda 1 Bob 1\n");
  wanted.folder = folder / "none";
  EXPECT_EQ(refusal(InputProblem::unreadable, [&] { make_plan(wanted); }),
            (folder / "none").string() + ": is not a folder of pictures");
}

}  // namespace plan_test
}  // namespace uketsuke::bench
