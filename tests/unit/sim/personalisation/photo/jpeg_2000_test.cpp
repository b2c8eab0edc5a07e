#include "sim/personalisation/photo/jpeg_2000.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace uketsuke::personalisation {
namespace jpeg_2000_test {

/// A grey ramp with a little texture, so that it neither compresses to nothing nor not at all.
GreyImage picture(int width = 192, int height = 240) {
  GreyImage grey{width, height, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x)
      grey.pixels.push_back(static_cast<std::uint8_t>((x + y + (x * 37 + y * 91) % 17) % 256));
  }
  return grey;
}

std::uint32_t number(const Bytes& bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i) value = value << 8 | bytes.at(at + static_cast<std::size_t>(i));
  return value;
}

/// Where this sequence of bytes begins; the end of the file if nowhere.
std::size_t find(const Bytes& file, const Bytes& what) {
  return static_cast<std::size_t>(std::search(file.begin(), file.end(), what.begin(), what.end()) -
                                  file.begin());
}

// ISO/IEC 15444-1, I.5.1 and I.5.2.
TEST(EncodeJp2, BeginsWithSignatureAndFileType) {
  const Bytes file = encode_jp2(picture(), 8);
  EXPECT_EQ(to_hex(Bytes(file.begin(), file.begin() + 12)), "0000000C6A5020200D0A870A");
  EXPECT_EQ(to_hex(Bytes(file.begin() + 16, file.begin() + 24)), "667479706A703220");  // `ftyp`, `jp2 `
}

// ISO/IEC 15444-1, A.4.4: a codestream ends with EOC.
TEST(EncodeJp2, EndsWithTheEndOfTheCodestream) {
  const Bytes file = encode_jp2(picture(), 8);
  EXPECT_EQ(number(file, file.size() - 2, 2), 0xFFD9U);
}

// ISO/IEC 15444-1, I.5.3.1: after `ihdr` come height, width, components and bits less one.
TEST(EncodeJp2, ImageHeaderHasSizeOneComponentAndEightBits) {
  const Bytes file = encode_jp2(picture(192, 240), 8);
  const std::size_t at = find(file, to_bytes("ihdr")) + 4;
  EXPECT_EQ(number(file, at, 4), 240U);
  EXPECT_EQ(number(file, at + 4, 4), 192U);
  EXPECT_EQ(number(file, at + 8, 2), 1U);
  EXPECT_EQ(number(file, at + 10, 1), 7U);
}

// ISO/IEC 15444-1, I.5.3.3: enumerated colour space 17 is greyscale.
TEST(EncodeJp2, ColourSpaceIsGrey) {
  const Bytes file = encode_jp2(picture(), 8);
  const std::size_t at = find(file, to_bytes("colr")) + 4;
  EXPECT_EQ(number(file, at, 1), 1U);
  EXPECT_EQ(number(file, at + 3, 4), 17U);
}

// ISO/IEC 15444-1, A.6.1: layers are in SGcod, transformation 0 is the irreversible 9-7.
TEST(EncodeJp2, HasOneLayerAndTheIrreversibleTransformation) {
  const Bytes file = encode_jp2(picture(), 8);
  const std::size_t cod = find(file, from_hex("FF52"));
  EXPECT_EQ(number(file, cod + 6, 2), 1U);
  EXPECT_EQ(number(file, cod + 13, 1), 0U);
}

// ISO/IEC 15444-1, I.5.4: the box of the codestream has its length, or 0 where it is the last one.
TEST(EncodeJp2, LengthOfTheCodestreamIsWrittenAfterwards) {
  const Bytes file = encode_jp2(picture(), 8);
  const std::size_t at = find(file, to_bytes("jp2c")) - 4;
  EXPECT_EQ(number(file, at, 4), file.size() - at);
}

class Ratio : public ::testing::TestWithParam<float> {};

// 46,080 bytes of pixels over the ratio, with a tenth for headers and the steps of the coder.
TEST_P(Ratio, IsThatOfTheSizes) {
  const double wanted = 192.0 * 240 / static_cast<double>(GetParam());
  EXPECT_NEAR(static_cast<double>(encode_jp2(picture(), GetParam()).size()), wanted, 0.1 * wanted + 100);
}

INSTANTIATE_TEST_SUITE_P(Ratios, Ratio, ::testing::Values(4.0F, 7.7F, 16.0F));

TEST(EncodeJp2, OfTheSamePictureIsTheSame) { EXPECT_EQ(encode_jp2(picture(), 8), encode_jp2(picture(), 8)); }

TEST(EncodeJp2, SizeNeedNotBeAPowerOfTwoNorLarge) {
  const Bytes file = encode_jp2(picture(33, 35), 2);
  const std::size_t at = find(file, to_bytes("ihdr")) + 4;
  EXPECT_EQ(number(file, at, 4), 35U);
  EXPECT_EQ(number(file, at + 4, 4), 33U);
}

}  // namespace jpeg_2000_test
}  // namespace uketsuke::personalisation
