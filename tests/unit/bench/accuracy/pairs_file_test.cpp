#include "bench/accuracy/pairs_file.h"

#include <gmock/gmock.h>

#include "tests/unit/bench/accuracy/face_folder.h"

namespace uketsuke::bench {
namespace pairs_file_test {

using ::testing::HasSubstr;

/// The form is that of http://vis-www.cs.umass.edu/lfw/README.txt: `folds n`, then in each fold n matched and
/// n mismatched pairs.
class PairsFileTest : public FaceFolder {
 protected:
  PairsFile read(const std::string& text) const { return read_pairs(write("pairs.txt", text)); }

  /// The refusal, without the folder of the file.
  std::string refused(InputProblem problem, const std::string& text) const {
    const std::string whole = refusal(problem, [&] { read(text); });
    const std::string start = (temporary.path() / "pairs.txt").string();
    return whole.substr(0, start.size()) == start ? whole.substr(start.size()) : whole;
  }
};

TEST_F(PairsFileTest, FoldsHaveMatchedThenMismatchedPairs) {
  const PairsFile file = read("2\t1\nAda\t1\t4\nAda\t1\tBob\t2\nCid\t3\t2\nBob\t7\tCid\t9999\n");
  EXPECT_EQ(file.folds, 2);
  ASSERT_EQ(file.pairs.size(), 4U);
  EXPECT_TRUE(file.pairs[0].same());
  EXPECT_EQ(file.pairs[0].second_name, "Ada");
  EXPECT_EQ(file.pairs[0].second_number, 4);
  EXPECT_FALSE(file.pairs[1].same());
  EXPECT_EQ(file.pairs[2].fold, 1);
  EXPECT_EQ(file.pairs[3].first_name, "Bob");
  EXPECT_EQ(file.pairs[3].first_number, 7);
  EXPECT_EQ(file.pairs[3].second_name, "Cid");
  EXPECT_EQ(file.pairs[3].second_number, 9999);
}

TEST_F(PairsFileTest, AHeaderOfOneNumberIsOneFold) {
  const PairsFile file = read("1\nAda 1 2\nAda 1 Bob 1\n");
  EXPECT_EQ(file.folds, 1);
  EXPECT_EQ(file.pairs.size(), 2U);
}

TEST_F(PairsFileTest, BlankLinesAndCarriageReturnsDoNotCount) {
  const PairsFile file = read("\r\n1\r\n\r\n  Ada 1 2\r\nAda 1 Bob 1\r\n\t\r\n");
  ASSERT_EQ(file.pairs.size(), 2U);
  EXPECT_EQ(file.pairs[0].line, 4);
  EXPECT_EQ(file.pairs[1].second_number, 1);
}

TEST_F(PairsFileTest, AFileThatIsNotThereOrAFolderIsUnreadable) {
  EXPECT_EQ(refusal(InputProblem::unreadable, [&] { read_pairs("none.txt"); }),
            "none.txt: cannot be read as a pairs file");
  EXPECT_THAT(refusal(InputProblem::unreadable, [&] { read_pairs(folder); }), HasSubstr("cannot be read"));
}

TEST_F(PairsFileTest, AnEmptyFileHasNoHeader) {
  EXPECT_THAT(refused(InputProblem::empty, ""),
              HasSubstr("no header; a pairs file begins with `folds n` or `n`"));
  EXPECT_THAT(refused(InputProblem::empty, "\n \n"), HasSubstr("no header"));
}

TEST_F(PairsFileTest, AHeaderIsOneOrTwoWholeNumbers) {
  EXPECT_EQ(refused(InputProblem::syntax, "Ada 1 2\n"), ":1:1: \"Ada\" is not a header: `folds n` or `n`");
  for (const char* header : {"x\n", "1 x\n", "-1\n", "1.5\n", "1 2 3\n", "99999999999\n"})
    EXPECT_THAT(refused(InputProblem::syntax, header), HasSubstr("is not a header")) << header;
}

TEST_F(PairsFileTest, AHeaderCountsFromOneToTenMillion) {
  for (const char* header : {"0\n", "0 5\n", "5 0\n", "10000001\n", "100000 1000\n"})
    EXPECT_THAT(refused(InputProblem::bad_value, header), HasSubstr(":1:1: ")) << header;
}

TEST_F(PairsFileTest, AFileThatEndsTooEarlySaysWhichFoldLacksPairs) {
  EXPECT_EQ(refused(InputProblem::missing_key, "2 1\nAda 1 2\nAda 1 Bob 1\nAda 2 3\n"),
            ":5:1: the file ends in fold 2, which needs 1 pairs of one person and 1 of two");
}

TEST_F(PairsFileTest, MorePairsThanTheHeaderSaysAreAnError) {
  EXPECT_EQ(refused(InputProblem::bad_value, "1\nAda 1 2\nAda 1 Bob 1\nAda 1 3\n"),
            ":4:1: more pairs than the header says (1 folds of 1 + 1)");
}

TEST_F(PairsFileTest, ALineHasThreeOrFourWords) {
  EXPECT_EQ(refused(InputProblem::syntax, "1\nAda 1 Bob 1\nAda 1 2\n"),
            ":2:1: 4 words where fold 1 needs `name i j`");
  EXPECT_EQ(refused(InputProblem::syntax, "1\nAda 1 2\nAda 1 3\n"),
            ":3:1: 3 words where fold 1 needs `name1 i name2 j`");
}

TEST_F(PairsFileTest, ANumberOfAPictureHasAtMostFourDigits) {
  for (const std::string number : {"10000", "-1", "x", "1x", "+1"}) {
    EXPECT_EQ(refused(InputProblem::bad_value, "1\nAda " + number + " 2\nAda 1 Bob 1\n"),
              ":2:1: \"" + number + "\" is not the number of a picture, 0 to 9999");
  }
}

TEST_F(PairsFileTest, ANameDoesNotLeadOutOfTheFolder) {
  for (const std::string name : {"../x", "a/b", "..", ".", "/etc"}) {
    EXPECT_EQ(refused(InputProblem::bad_value, "1\n" + name + " 1 2\nAda 1 Bob 1\n"),
              ":2:1: \"" + name + "\" is not the name of a person's folder");
    EXPECT_THAT(refused(InputProblem::bad_value, "1\nAda 1 2\nAda 1 " + name + " 1\n"), HasSubstr(":3:1: "));
  }
}

TEST_F(PairsFileTest, APairOfTwoPersonsIsOfTwo) {
  EXPECT_EQ(refused(InputProblem::bad_value, "1\nAda 1 2\nAda 1 Ada 2\n"),
            ":3:1: Ada is compared with itself in a pair of two persons");
}

TEST_F(PairsFileTest, APairTwiceInAFoldIsNamedWithItsFirstLine) {
  EXPECT_EQ(refused(InputProblem::duplicate_name, "2\nAda 1 2\nAda 1 2\nAda 1 Bob 1\nAda 2 Bob 1\n"),
            ":3:1: repeats the pair of line 2");
}

TEST_F(PairsFileTest, APairMayComeAgainInAnotherFold) {
  EXPECT_EQ(read("2 1\nAda 1 2\nAda 1 Bob 1\nAda 1 2\nAda 1 Bob 1\n").pairs.size(), 4U);
}

TEST_F(PairsFileTest, AZeroByteIsNoText) {
  EXPECT_EQ(refused(InputProblem::not_text, std::string("1\nAda\0 1 2\n", 11)),
            ":2:1: not text: it contains a zero byte");
}

}  // namespace pairs_file_test
}  // namespace uketsuke::bench
