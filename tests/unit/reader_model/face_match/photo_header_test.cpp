#include <gmock/gmock.h>

#include "reader_model/face_match/photo.h"

namespace uketsuke::reader {
namespace photo_header_test {

using ::testing::HasSubstr;

// Headers by hand, from ISO/IEC 15444-1: SOC FF4F, SIZ FF51 (A.5.1), boxes of a JP2 file (I.4).

Bytes big_endian(std::uint64_t value, std::size_t bytes) {
  Bytes out;
  for (std::size_t i = bytes; i-- > 0;) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  return out;
}

struct Header {
  std::uint32_t right = 192, bottom = 240, left = 0, top = 0;
  std::uint32_t tile_width = 192, tile_height = 240, tile_left = 0, tile_top = 0;
  std::uint16_t components = 1;
  std::uint8_t depth = 7;  // bits less one
  std::uint8_t step_x = 1, step_y = 1;

  Bytes codestream() const {
    Bytes out = from_hex("FF4F FF51 0029 0000");
    for (const std::uint32_t value :
         {right, bottom, left, top, tile_width, tile_height, tile_left, tile_top}) {
      const Bytes bytes = big_endian(value, 4);
      out.insert(out.end(), bytes.begin(), bytes.end());
    }
    const Bytes count = big_endian(components, 2);
    out.insert(out.end(), count.begin(), count.end());
    for (int i = 0; i < components; ++i) out.insert(out.end(), {depth, step_x, step_y});
    return out;
  }
};

/// A JP2 file: signature box, the boxes given, then a box with the codestream.
Bytes jp2(const Bytes& boxes, const Bytes& codestream) {
  Bytes out = from_hex("0000000C6A5020200D0A870A");
  out.insert(out.end(), boxes.begin(), boxes.end());
  const Bytes head = big_endian(8 + codestream.size(), 4);
  out.insert(out.end(), head.begin(), head.end());
  const Bytes type = from_hex("6A703263");
  out.insert(out.end(), type.begin(), type.end());
  out.insert(out.end(), codestream.begin(), codestream.end());
  return out;
}

std::string refusal(const Bytes& file, PhotoProblem expected, const PhotoLimits& limits = {}) {
  try {
    read_photo_header(file, limits);
  } catch (const PhotoError& error) {
    EXPECT_EQ(error.problem(), expected);
    return error.what();
  }
  ADD_FAILURE() << "was read";
  return "";
}

TEST(PhotoHeader, HasSizeComponentsAndDepth) {
  Header wanted;
  wanted.components = 3;
  wanted.depth = 11;
  const PhotoHeader header = read_photo_header(wanted.codestream());
  EXPECT_EQ(header.width, 192);
  EXPECT_EQ(header.height, 240);
  EXPECT_EQ(header.components, 3);
  EXPECT_EQ(header.depth, 12);
  EXPECT_EQ(header.tiles, 1);
}

TEST(PhotoHeader, IsFoundBehindTheBoxesOfAFile) {
  const Bytes box = from_hex("00000014 66747970 6A703220 00000000 6A703220");  // ftyp
  EXPECT_EQ(read_photo_header(jp2(box, Header{}.codestream())).width, 192);
}

TEST(PhotoHeader, KnowsBoxesWithALengthOfEightBytes) {
  const Bytes box = from_hex("00000001 66747970 0000000000000014 6A703220");
  EXPECT_EQ(read_photo_header(jp2(box, Header{}.codestream())).height, 240);
}

TEST(PhotoHeader, ABoxThatContradictsItselfIsRefused) {
  for (const char* box : {"00000004 66747970", "7FFFFFFF 66747970", "00000000 66747970",
                          "00000001 66747970 000000000000000F"}) {
    EXPECT_EQ(refusal(jp2(from_hex(box), Header{}.codestream()), PhotoProblem::bad_header),
              "the card's photo is a JP2 file without a picture in it")
        << box;
  }
}

TEST(PhotoHeader, AnEmptyFileIsEmpty) {
  EXPECT_EQ(refusal({}, PhotoProblem::empty), "the card's photo is empty");
}

TEST(PhotoHeader, AnotherFormatIsNotJpeg2000) {
  for (const char* hex : {"FFD8FFE0", "89504E470D0A1A0A", "FF", "0000000C6A5020200D0A870B"})
    EXPECT_EQ(refusal(from_hex(hex), PhotoProblem::not_jpeg2000), "the card's photo is not JPEG 2000") << hex;
}

TEST(PhotoHeader, CutOffAnywhereItIsRefused) {
  const Bytes whole = Header{}.codestream();
  for (std::size_t size = 2; size < whole.size(); ++size) {
    EXPECT_EQ(
        refusal(Bytes(whole.begin(), whole.begin() + static_cast<long>(size)), PhotoProblem::bad_header),
        "the card's photo is cut off in its header, at byte " + std::to_string(size));
  }
}

TEST(PhotoHeader, TheSizeMarkerComesFirst) {
  Bytes other = Header{}.codestream();
  other[3] = 0x52;  // COD
  EXPECT_THAT(refusal(other, PhotoProblem::bad_header), HasSubstr("no size marker"));
}

// A.5.1: the width is Xsiz - XOsiz; tiles ceil((Xsiz - XTOsiz) / XTsiz).
TEST(PhotoHeader, APictureMayLieOffItsOrigin) {
  Header wanted;
  wanted.left = 100, wanted.right = 292, wanted.tile_left = 50, wanted.tile_width = 100;
  const PhotoHeader header = read_photo_header(wanted.codestream());
  EXPECT_EQ(header.width, 192);
  EXPECT_EQ(header.tiles, 3);  // 242 columns in tiles of 100
}

TEST(PhotoHeader, SizesThatContradictEachOtherAreRefused) {
  std::vector<Header> wrong(6);
  wrong[0].left = 192;
  wrong[1].top = 240;
  wrong[2].tile_width = 0;
  wrong[3].tile_height = 0;
  wrong[4].tile_left = 1;
  wrong[5].tile_top = 1;
  for (const Header& header : wrong)
    EXPECT_THAT(refusal(header.codestream(), PhotoProblem::bad_header), HasSubstr("contradicts itself"));
}

TEST(PhotoHeader, MorePixelsThanAnyPhotoHasAreRefused) {
  Header side, area;
  side.right = side.tile_width = 4097;
  EXPECT_THAT(refusal(side.codestream(), PhotoProblem::too_large), HasSubstr("says it has 4097x240 pixels"));
  PhotoLimits few;
  few.pixels = 192 * 240 - 1;
  EXPECT_THAT(refusal(area.codestream(), PhotoProblem::too_large, few), HasSubstr("192x240"));
  few.pixels = 192 * 240;
  EXPECT_NO_THROW(read_photo_header(area.codestream(), few));
}

TEST(PhotoHeader, ASmallPictureFarFromItsOriginIsRefused) {
  Header far;
  far.left = 20'000, far.right = 20'192;
  far.tile_width = 30'000;
  EXPECT_EQ(refusal(far.codestream(), PhotoProblem::too_large),
            "the card's photo lies 20192, 240 pixels from its origin");
}

TEST(PhotoHeader, ThousandsOfTilesAreRefused) {
  Header many;
  many.tile_width = many.tile_height = 1;
  EXPECT_EQ(refusal(many.codestream(), PhotoProblem::too_large),
            "the card's photo says it has 46080 tiles, more than 256");
}

TEST(PhotoHeader, ALongFileIsRefused) {
  PhotoLimits few;
  few.bytes = 40;
  EXPECT_EQ(refusal(Header{}.codestream(), PhotoProblem::too_large, few),
            "the card's photo has 45 bytes, more than 40");  // 8 + 8·4 + 2 + 3
}

TEST(PhotoHeader, ComponentsAreOneToFourOfOneSize) {
  Header none, five, half;
  none.components = 0, five.components = 5, half.step_x = 2;
  EXPECT_THAT(refusal(none.codestream(), PhotoProblem::unsupported), HasSubstr("has 0 components"));
  EXPECT_THAT(refusal(five.codestream(), PhotoProblem::unsupported), HasSubstr("has 5 components"));
  EXPECT_THAT(refusal(half.codestream(), PhotoProblem::unsupported),
              HasSubstr("components of different sizes"));
}

// A.5.1: the highest bit of Ssiz says "signed", the others the depth less one.
TEST(PhotoHeader, SamplesAreUnsignedAndHaveAtMostSixteenBits) {
  Header header;
  header.depth = 15;
  EXPECT_EQ(read_photo_header(header.codestream()).depth, 16);
  for (const std::uint8_t depth : {16, 0x87}) {
    header.depth = depth;
    EXPECT_THAT(refusal(header.codestream(), PhotoProblem::unsupported),
                HasSubstr("signed samples or more than 16"));
  }
}

}  // namespace photo_header_test
}  // namespace uketsuke::reader
