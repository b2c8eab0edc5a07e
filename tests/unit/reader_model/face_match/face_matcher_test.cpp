#include "reader_model/face_match/face_matcher.h"

#include <gtest/gtest.h>

namespace uketsuke::reader {
namespace face_matcher_test {

TEST(DeclaredMatcher, BelievesTheScenario) {
  DeclaredMatcher matcher;
  EXPECT_EQ(matcher.judge({1, {}, camera::Subject::holder}).result, record::FaceResult::match);
  EXPECT_EQ(matcher.judge({2, {}, camera::Subject::stranger}).result, record::FaceResult::no_match);
  EXPECT_EQ(matcher.judge({3, {}, camera::Subject::nobody}).result, record::FaceResult::no_face);
}

}  // namespace face_matcher_test
}  // namespace uketsuke::reader
