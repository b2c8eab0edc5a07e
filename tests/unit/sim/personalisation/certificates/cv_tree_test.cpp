#include "sim/personalisation/certificates/cv_tree.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/unit/sim/personalisation/test_factory.h"

namespace uketsuke::personalisation {
namespace cv_tree_test {

struct Tree {
  TestFactory& test = TestFactory::instance();
  CvTree tree{test.keys, test.cache};
};

TEST(CvTree, AKeysNameHasItsNumber) {
  EXPECT_EQ(to_hex(cv::kRoot.id()),
            "37363030303031"
            "0805"
            "303031"
            "00000001");
}

TEST(CvTree, NoTwoKeysShareAName) {
  const std::vector<std::string> names = CvTree::names();
  EXPECT_EQ(names.size(), 6U);
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
}

// Numbers of real keys begin with 5, 6 and 9.
TEST(CvTree, NoKeyHasARealNumber) {
  for (const CvKey& key :
       {cv::kRoot, cv::kCardFace, cv::kInputSupport, cv::kIssuer, cv::kTerminalAuthority, cv::kTerminal}) {
    EXPECT_EQ(key.number[0], '7') << key.name;
    EXPECT_EQ(std::string(key.number).size(), 7U);
  }
}

TEST(CvTree, AModulusIsThatOfItsKey) {
  Tree with;
  EXPECT_EQ(with.tree.modulus(cv::kCardFace), pki::modulus_of(*with.tree.key(cv::kCardFace)));
  EXPECT_EQ(with.tree.modulus(cv::kCardFace).size(), 256U);
}

TEST(CvTree, ABareCertificateIsTheWholeOneWithoutItsTemplate) {
  Tree with;
  const Bytes whole = with.tree.certificate(cv::kCardFace, cv::kRoot);
  const Bytes bare = with.tree.bare_certificate(cv::kCardFace, cv::kRoot);
  EXPECT_EQ(bare.size(), 563U);
  EXPECT_EQ(to_hex(Bytes(whole.begin(), whole.begin() + 5)), "7F21820233");  // 563 = 0x0233
  EXPECT_EQ(Bytes(whole.begin() + 5, whole.end()), bare);
}

TEST(CvTree, CertificatesOfOtherSubjectsOrIssuersDiffer) {
  Tree with;
  const Bytes one = with.tree.certificate(cv::kCardFace, cv::kRoot);
  EXPECT_NE(with.tree.certificate(cv::kInputSupport, cv::kRoot), one);
  EXPECT_NE(with.tree.certificate(cv::kCardFace, cv::kIssuer), one);
  EXPECT_EQ(with.tree.certificate(cv::kCardFace, cv::kRoot), one);
}

}  // namespace cv_tree_test
}  // namespace uketsuke::personalisation
