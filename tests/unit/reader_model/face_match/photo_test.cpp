#include "reader_model/face_match/photo.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/personalisation/photo/jpeg_2000.h"

namespace uketsuke::reader {
namespace photo_test {

constexpr int kWidth = 160, kHeight = 200;

/// A smooth picture, which lossy coding leaves nearly unchanged.
std::uint8_t shade(int x, int y) { return static_cast<std::uint8_t>(40 + x / 2 + y / 2); }

Bytes photo(float ratio = 5) {
  personalisation::GreyImage image{kWidth, kHeight, {}};
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) image.pixels.push_back(shade(x, y));
  }
  return personalisation::encode_jp2(image, ratio);
}

/// Offset of the numbers in the size marker: after FF4F FF51, its length and capabilities.
std::size_t size_at(const Bytes& file) {
  for (std::size_t i = 0; i + 3 < file.size(); ++i) {
    if (file[i] == 0xFF && file[i + 1] == 0x4F && file[i + 2] == 0xFF && file[i + 3] == 0x51) return i + 8;
  }
  throw std::logic_error("no size marker");
}

void put32(Bytes& file, std::size_t at, std::uint32_t value) {
  for (int i = 0; i < 4; ++i)
    file[at + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
}

PhotoProblem problem_of(const Bytes& file) {
  try {
    decode_photo(file);
  } catch (const PhotoError& error) {
    return error.problem();
  }
  throw std::logic_error("decoded");
}

TEST(DecodePhoto, GivesThePictureThatWasEncoded) {
  const camera::Image image = decode_photo(photo());
  ASSERT_EQ(image.width, kWidth);
  ASSERT_EQ(image.height, kHeight);
  ASSERT_EQ(image.channels, 1);
  for (const auto& [x, y] : {std::pair(5, 5), std::pair(150, 20), std::pair(80, 190)}) {
    EXPECT_NEAR(*image.at(x, y), shade(x, y), 3) << x << "," << y;
  }
}

TEST(DecodePhoto, ABareCodestreamIsDecodedAsWell) {
  const Bytes file = photo();
  const Bytes bare(file.begin() + static_cast<long>(size_at(file) - 8), file.end());
  EXPECT_EQ(decode_photo(bare).pixels, decode_photo(file).pixels);
}

TEST(ReadPhotoHeader, SaysSizeAndDepthWithoutDecoding) {
  const PhotoHeader header = read_photo_header(photo());
  EXPECT_EQ(header.width, kWidth);
  EXPECT_EQ(header.height, kHeight);
  EXPECT_EQ(header.components, 1);
  EXPECT_EQ(header.depth, 8);
  EXPECT_EQ(header.tiles, 1);
}

TEST(DecodePhoto, AnEmptyFileIsItsOwnError) { EXPECT_EQ(problem_of({}), PhotoProblem::empty); }

TEST(DecodePhoto, AFileOfAnotherKindIsNoJpeg2000) {
  EXPECT_EQ(problem_of(from_hex("89504E470D0A1A0A0000000D49484452")), PhotoProblem::not_jpeg2000);
}

TEST(DecodePhoto, AFileCutOffAnywhereIsATypedError) {
  const Bytes file = photo();
  for (std::size_t size = 1; size < file.size(); size += 1 + size / 16) {
    const Bytes cut(file.begin(), file.begin() + static_cast<long>(size));
    EXPECT_THROW(decode_photo(cut), PhotoError) << size << " of " << file.size() << " bytes";
  }
}

TEST(DecodePhoto, APictureCutInTheMiddleIsBrokenAndNotHalfAFace) {
  const Bytes file = photo();
  const Bytes cut(file.begin(), file.begin() + static_cast<long>(file.size() * 3 / 4));
  EXPECT_EQ(problem_of(cut), PhotoProblem::broken);
}

TEST(DecodePhoto, ChangedBytesAreDecodedOrRefusedButNeverWorse) {
  const Bytes file = photo();
  for (std::size_t at = 0; at < file.size(); at += 7) {
    Bytes bent = file;
    bent[at] ^= 0xFF;
    try {
      const camera::Image image = decode_photo(bent);
      EXPECT_EQ(image.pixels.size(),
                static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    } catch (const PhotoError&) {
    }
  }
}

TEST(DecodePhoto, AHeaderThatAsksForGigabytesIsRefusedBeforeAnythingIsReserved) {
  Bytes bomb = photo();
  const std::size_t size = size_at(bomb);
  put32(bomb, size, 60000);       // right edge
  put32(bomb, size + 4, 60000);   // bottom edge
  put32(bomb, size + 16, 60000);  // one tile
  put32(bomb, size + 20, 60000);
  EXPECT_EQ(problem_of(bomb), PhotoProblem::too_large);
}

TEST(DecodePhoto, ASideOf4096IsAllowedAndOneMoreIsNot) {
  Bytes file = photo();
  put32(file, size_at(file), 4096);
  EXPECT_EQ(read_photo_header(file).width, 4096);
  put32(file, size_at(file), 4097);
  EXPECT_EQ(problem_of(file), PhotoProblem::too_large);
}

TEST(DecodePhoto, ThousandsOfTilesAreRefusedBeforeTheDecoderReservesEach) {
  Bytes bomb = photo();
  put32(bomb, size_at(bomb) + 16, 1);
  put32(bomb, size_at(bomb) + 20, 1);
  EXPECT_EQ(problem_of(bomb), PhotoProblem::too_large);
}

TEST(DecodePhoto, APictureFarFromItsOriginIsRefused) {
  Bytes bomb = photo();
  const std::size_t size = size_at(bomb);
  put32(bomb, size, 0xFFFF0000U + kWidth);
  put32(bomb, size + 8, 0xFFFF0000U);
  put32(bomb, size + 16, 0xFFFFFFFFU);
  EXPECT_EQ(problem_of(bomb), PhotoProblem::too_large);
}

TEST(DecodePhoto, AnEmptyPictureContradictsItself) {
  Bytes file = photo();
  put32(file, size_at(file), 0);
  EXPECT_EQ(problem_of(file), PhotoProblem::bad_header);
}

TEST(DecodePhoto, TilesOfNoSizeContradictThemselves) {
  Bytes file = photo();
  put32(file, size_at(file) + 16, 0);
  EXPECT_EQ(problem_of(file), PhotoProblem::bad_header);
}

TEST(DecodePhoto, SeventeenComponentsAreNoPhoto) {
  Bytes file = photo();
  file[size_at(file) + 33] = 17;
  EXPECT_EQ(problem_of(file), PhotoProblem::unsupported);
}

TEST(DecodePhoto, SignedSamplesAreNoPhoto) {
  Bytes file = photo();
  file[size_at(file) + 34] = 0x87;
  EXPECT_EQ(problem_of(file), PhotoProblem::unsupported);
}

TEST(DecodePhoto, ComponentsOfAnotherSizeThanThePictureAreNoPhoto) {
  Bytes file = photo();
  file[size_at(file) + 35] = 2;  // every second column only
  EXPECT_EQ(problem_of(file), PhotoProblem::unsupported);
}

TEST(DecodePhoto, AFileLargerThanAnyCardIsNotEvenLookedAt) {
  PhotoLimits limits;
  limits.bytes = 100;
  EXPECT_THROW(decode_photo(photo(), limits), PhotoError);
}

}  // namespace photo_test
}  // namespace uketsuke::reader
