#include "camera_model/head/anatomy/fit.h"

#include <gtest/gtest.h>

namespace uketsuke::camera {
namespace fit_test {

TEST(Fit, VertexHangsOnThreeOfTheBody) {
  const std::uint16_t references[] = {0, 1, 2};
  const float weights[] = {0.5F, 0.25F, 0.25F};
  const float offsets[] = {0, 0, 0.1F};
  Proxy proxy;
  proxy.vertices = 1;
  proxy.references = {references, 3};
  proxy.weights = {weights, 3};
  proxy.offsets = {offsets, 3};
  const std::vector<Vec3> body = {{0, 0, 0}, {4, 0, 0}, {0, 8, 0}};
  const auto fit = fitted(proxy, body, {100, 100, 100});
  EXPECT_FLOAT_EQ(fit[0].x, 1);
  EXPECT_FLOAT_EQ(fit[0].y, 2);
  EXPECT_FLOAT_EQ(fit[0].z, 10);
}

}  // namespace fit_test
}  // namespace uketsuke::camera
