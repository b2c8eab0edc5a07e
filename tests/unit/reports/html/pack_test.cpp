#include "reports/html/pack.h"

#include <gtest/gtest.h>

#include "tests/unit/reports/html/unpack.h"

namespace uketsuke::reports {
namespace pack_test {

TEST(Pack, ComesBackAsItWas) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += std::to_string(i * 7919 % 10007);
  EXPECT_EQ(testing::unpacked(gzip_base64(text)), text);
}

TEST(Pack, EmptyTextComesBackEmpty) { EXPECT_EQ(testing::unpacked(gzip_base64("")), ""); }

TEST(Pack, SameBytesGiveTheSameText) { EXPECT_EQ(gzip_base64("限度額"), gzip_base64("限度額")); }

TEST(CspHash, IsThatOfTheStandardsExample) {
  // Content Security Policy Level 3, section 8.3: alert('Hello, world.');
  EXPECT_EQ(csp_hash("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
}

TEST(ScriptSafe, LeavesNoLessThanSign) {
  EXPECT_EQ(script_safe(R"({"a":"</script><!--"})"), R"({"a":"\u003c/script>\u003c!--"})");
}

}  // namespace pack_test
}  // namespace uketsuke::reports
