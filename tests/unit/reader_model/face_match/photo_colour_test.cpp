// Tests colour and deep photos, which are encoded here: the cards of this project have grey ones.
#include <gtest/gtest.h>
#include <openjpeg.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "reader_model/face_match/photo.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::reader {
namespace photo_colour_test {

/// A lossless picture of 16 x 16 in one colour. @param samples one per component
Bytes one_colour(const std::vector<int>& samples, unsigned depth) {
  std::vector<opj_image_cmptparm_t> components(samples.size());
  for (auto& component : components) {
    component.dx = component.dy = 1;
    component.w = component.h = 16;
    component.prec = depth;
  }
  opj_image_t* image = opj_image_create(static_cast<OPJ_UINT32>(samples.size()), components.data(),
                                        samples.size() < 3 ? OPJ_CLRSPC_GRAY : OPJ_CLRSPC_SRGB);
  image->x1 = image->y1 = 16;
  for (std::size_t k = 0; k < samples.size(); ++k) {
    for (int i = 0; i < 256; ++i) image->comps[k].data[i] = samples[k];
  }
  opj_cparameters_t parameters;
  opj_set_default_encoder_parameters(&parameters);
  parameters.tcp_numlayers = 1;
  parameters.cp_disto_alloc = 1;
  parameters.numresolution = 3;
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "photo.jp2";
  opj_codec_t* codec = opj_create_compress(OPJ_CODEC_JP2);
  opj_stream_t* stream = opj_stream_create_default_file_stream(path.c_str(), OPJ_FALSE);
  const bool written = opj_setup_encoder(codec, &parameters, image) &&
                       opj_start_compress(codec, image, stream) && opj_encode(codec, stream) &&
                       opj_end_compress(codec, stream);
  opj_stream_destroy(stream);
  opj_destroy_codec(codec);
  opj_image_destroy(image);
  if (!written) throw std::runtime_error("OpenJPEG does not encode");
  std::ifstream file(path, std::ios::binary);
  return Bytes{std::istreambuf_iterator<char>(file), {}};
}

TEST(DecodePhotoInColour, RedGreenAndBlueBecomeTheirLuma) {
  // ITU-R BT.601: 0.299 * 200 + 0.587 * 100 + 0.114 * 50 = 124.2
  EXPECT_EQ(*decode_photo(one_colour({200, 100, 50}, 8)).at(3, 3), 124);
}

TEST(DecodePhotoInColour, ASecondComponentIsAlphaAndNotLookedAt) {
  EXPECT_EQ(*decode_photo(one_colour({77, 3}, 8)).at(3, 3), 77);
}

TEST(DecodePhotoInColour, SixteenBitsAreScaledToEight) {
  EXPECT_EQ(*decode_photo(one_colour({65535}, 16)).at(3, 3), 255);
  EXPECT_EQ(*decode_photo(one_colour({0x8080}, 16)).at(3, 3), 0x80);
}

TEST(DecodePhotoInColour, FourBitsAreScaledToEight) {
  EXPECT_EQ(*decode_photo(one_colour({15}, 4)).at(3, 3), 255);
}

}  // namespace photo_colour_test
}  // namespace uketsuke::reader
