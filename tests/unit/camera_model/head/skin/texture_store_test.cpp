#include "camera_model/head/skin/texture_store.h"

#include <algorithm>

#include "base/error.h"
#include "camera_model/render/shading/srgb.h"
#include "tests/unit/camera_model/head/support.h"

namespace uketsuke::camera {
namespace texture_store_test {

TEST(TextureStore, ReadsATextureOnce) {
  const TextureStore store(heads_folder());
  EXPECT_EQ(store.plain("skin-asian-female-young.png").get(),
            store.plain("skin-asian-female-young.png").get());
}

TEST(TextureStore, MissingTextureNamesItsFile) {
  const TextureStore store(heads_folder());
  try {
    store.plain("skin-of-nobody.png");
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("skin-of-nobody.png"), std::string::npos);
  }
}

TEST(TextureStore, GreyHairOfEveryColourIsAsBright) {
  const TextureStore store(heads_folder());
  for (const char* file : {"hair-bob02.png", "hair-short01.png"}) {  // published as fair, and as black
    const auto image = store.grey(file);
    double sum = 0, count = 0;
    for (std::size_t i = 0; i < image->pixels.size(); i += 4) {
      if (image->pixels[i + 3] < 128) continue;
      sum += static_cast<double>(linear_of(image->pixels[i]));
      ++count;
    }
    EXPECT_NEAR(sum / count, static_cast<double>(TextureStore::kGreyMean), 0.09) << file;
  }
}

TEST(TextureStore, BrownEyesAreDarkerThanPublishedAndTheirWhiteIsNot) {
  const TextureStore store(heads_folder());
  const auto published = store.plain("eyes-brown.png");
  const auto ours = store.eyes("eyes-brown.png");
  int darker = 0, pale = 0, touched = 0;
  for (std::size_t i = 0; i < ours->pixels.size(); i += static_cast<std::size_t>(ours->channels)) {
    const auto* before = &published->pixels[i];
    const auto* after = &ours->pixels[i];
    if (after[0] + 20 < before[0]) ++darker;
    const int most = std::max({before[0], before[1], before[2]});
    const int least = std::min({before[0], before[1], before[2]});
    if (most < 120 || (most - least) * 4 > most) continue;
    ++pale;
    if (after[0] != before[0]) ++touched;
  }
  EXPECT_GT(darker, 3000);
  EXPECT_GT(pale, 10000);
  EXPECT_EQ(touched, 0);
}

}  // namespace texture_store_test
}  // namespace uketsuke::camera
