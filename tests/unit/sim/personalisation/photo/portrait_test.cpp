#include "sim/personalisation/photo/portrait.h"

#include <gtest/gtest.h>
#include <openjpeg.h>

#include <cstring>
#include <memory>

#include "sim/personalisation/photo/jpeg_2000.h"

namespace uketsuke::personalisation {

namespace portrait_test {

struct Source {
  const Bytes* bytes;
  std::size_t at = 0;
};

/// Decodes with OpenJPEG's decoder; an image without pixels if it fails.
GreyImage decode(const Bytes& file) {
  Source source{&file};
  opj_stream_t* stream = opj_stream_default_create(OPJ_TRUE);
  opj_stream_set_user_data(stream, &source, nullptr);
  opj_stream_set_user_data_length(stream, file.size());
  opj_stream_set_read_function(stream, [](void* to, OPJ_SIZE_T count, void* user) -> OPJ_SIZE_T {
    auto& from = *static_cast<Source*>(user);
    const std::size_t left = from.bytes->size() - from.at;
    if (left == 0) return static_cast<OPJ_SIZE_T>(-1);
    count = std::min<std::size_t>(count, left);
    std::memcpy(to, from.bytes->data() + from.at, count);
    from.at += count;
    return count;
  });
  opj_codec_t* codec = opj_create_decompress(OPJ_CODEC_JP2);
  opj_dparameters_t parameters;
  opj_set_default_decoder_parameters(&parameters);
  opj_image_t* image = nullptr;
  GreyImage grey;
  if (opj_setup_decoder(codec, &parameters) && opj_read_header(stream, codec, &image) &&
      opj_decode(codec, stream, image) && image->numcomps == 1) {
    grey.width = static_cast<int>(image->comps[0].w);
    grey.height = static_cast<int>(image->comps[0].h);
    for (int i = 0; i < grey.width * grey.height; ++i) {
      grey.pixels.push_back(static_cast<std::uint8_t>(image->comps[0].data[i]));
    }
  }
  if (image != nullptr) opj_image_destroy(image);
  opj_destroy_codec(codec);
  opj_stream_destroy(stream);
  return grey;
}

TEST(Portrait, IsAGreyJp2OfTheSizeOfACardPhoto) {
  const Bytes photo = encode_jp2(draw_portrait("sato-hanako"), 11);
  // ISO/IEC 15444-1 I.5.1: a JP2 file begins with this signature box
  EXPECT_EQ(to_hex(Bytes(photo.begin(), photo.begin() + 12)), "0000000C6A5020200D0A870A");
  EXPECT_GE(photo.size(), 3000U);
  EXPECT_LE(photo.size(), 6000U);
  const GreyImage decoded = decode(photo);
  EXPECT_EQ(decoded.width, 192);
  EXPECT_EQ(decoded.height, 240);
}

TEST(Portrait, DecodesToNearlyWhatWasDrawn) {
  const GreyImage drawn = draw_portrait("sato-hanako");
  const GreyImage decoded = decode(encode_jp2(drawn, 11));
  ASSERT_EQ(decoded.pixels.size(), drawn.pixels.size());
  double squares = 0;
  for (std::size_t i = 0; i < drawn.pixels.size(); ++i) {
    const double difference = double(drawn.pixels[i]) - double(decoded.pixels[i]);
    squares += difference * difference;
  }
  EXPECT_LT(squares / static_cast<double>(drawn.pixels.size()), 25.0);  // better than 34 dB
}

TEST(Portrait, DiffersFromPersonToPersonAndIsAlwaysTheSameForOne) {
  EXPECT_EQ(draw_portrait("sato-hanako").pixels, draw_portrait("sato-hanako").pixels);
  EXPECT_NE(draw_portrait("sato-hanako").pixels, draw_portrait("suzuki-taro").pixels);
}

}  // namespace portrait_test
}  // namespace uketsuke::personalisation
