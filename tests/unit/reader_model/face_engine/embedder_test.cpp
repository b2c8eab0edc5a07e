#include "reader_model/face_engine/embedder.h"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include "reader_model/face_engine/face_error.h"
#include "tests/unit/reader_model/face_engine/fake_network.h"

namespace uketsuke::reader::face_engine {
namespace embedder_test {

const cv::Mat kChip(112, 112, CV_8UC3, cv::Scalar(255, 0, 0));

TEST(Embedder, MakesAVectorOfLengthOne) {
  Lent lent(Embedder::shape());
  lent.network.outputs[0][0] = 3;
  lent.network.outputs[0][511] = -4;
  Template made{};
  Embedder(std::move(lent.owned)).embed(kChip, made);
  EXPECT_FLOAT_EQ(made[0], 0.6F);
  EXPECT_FLOAT_EQ(made[511], -0.8F);
}

TEST(Embedder, FeedsBlueFirst) {
  Lent lent(Embedder::shape());
  lent.network.outputs[0][0] = 1;
  Embedder embedder(std::move(lent.owned));
  Template made{};
  embedder.embed(kChip, made);
  EXPECT_EQ(lent.network.numbers.front(), -1);  // (0 - 127.5) / 127.5
  EXPECT_EQ(lent.network.numbers.back(), 1);
}

TEST(Embedder, RefusesAVectorWithoutDirection) {
  Lent lent(Embedder::shape());
  Embedder embedder(std::move(lent.owned));
  Template made{};
  EXPECT_THROW(embedder.embed(kChip, made), FaceError);
}

TEST(Similarity, IsTheCosineOfTwoTemplates) {
  Template a{};
  Template b{};
  a[3] = 1;
  b[3] = 0.6F;
  b[4] = 0.8F;
  EXPECT_FLOAT_EQ(similarity(a, b), 0.6F);
}

TEST(Similarity, NeverLeavesItsRange) {
  Template a{};
  a[0] = 1.0001F;
  EXPECT_EQ(similarity(a, a), 1);
}

TEST(Similarity, IsSymmetricAndMinusOneForTheOpposite) {
  Template a{};
  Template b{};
  a[0] = 0.6F, a[1] = 0.8F;
  b[0] = 1;
  EXPECT_EQ(similarity(a, b), similarity(b, a));
  for (std::size_t i = 0; i < a.size(); ++i) b[i] = -a[i];
  EXPECT_NEAR(similarity(a, b), -1, 1e-6F);
}

TEST(Similarity, OfTemplatesAtRightAnglesIsZero) {
  Template a{};
  Template b{};
  a[0] = 1;
  b[511] = 1;
  EXPECT_EQ(similarity(a, b), 0);
}

}  // namespace embedder_test
}  // namespace uketsuke::reader::face_engine
