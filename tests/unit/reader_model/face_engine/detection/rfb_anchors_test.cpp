#include "reader_model/face_engine/detection/rfb_anchors.h"

#include <gtest/gtest.h>

namespace uketsuke::reader::face_engine {
namespace rfb_anchors_test {

void expect_anchor(const RfbAnchor& anchor, float x, float y, float width, float height) {
  EXPECT_FLOAT_EQ(anchor.x, x);
  EXPECT_FLOAT_EQ(anchor.y, y);
  EXPECT_FLOAT_EQ(anchor.width, width);
  EXPECT_FLOAT_EQ(anchor.height, height);
}

TEST(RfbAnchors, AreAsManyAsTheNetworkHas) { EXPECT_EQ(rfb_anchors().size(), 4420U); }

TEST(RfbAnchors, StandSeveralAtAPlace) {
  const auto anchors = rfb_anchors();
  expect_anchor(anchors[0], 0.0125F, 1.0F / 60, 10.0F / 320, 10.0F / 240);
  expect_anchor(anchors[2], 0.0125F, 1.0F / 60, 24.0F / 320, 24.0F / 240);
}

TEST(RfbAnchors, GoAlongARowFirst) {
  const auto anchors = rfb_anchors();
  expect_anchor(anchors[3], 0.0375F, 1.0F / 60, 10.0F / 320, 10.0F / 240);
  expect_anchor(anchors[3 * 40], 0.0125F, 3.0F / 60, 10.0F / 320, 10.0F / 240);
}

TEST(RfbAnchors, AreNoLargerThanThePicture) {
  expect_anchor(rfb_anchors().back(), 0.9F, 0.875F, 256.0F / 320, 1);
}

}  // namespace rfb_anchors_test
}  // namespace uketsuke::reader::face_engine
