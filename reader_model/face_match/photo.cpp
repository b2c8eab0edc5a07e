#include "reader_model/face_match/photo.h"

#include <fmt/format.h>
#include <openjpeg.h>
#include <string.h>

#include <algorithm>
#include <memory>

#include "base/handle.h"

namespace uketsuke::reader {

namespace {

using Codec = Handle<opj_codec_t, opj_destroy_codec>;
using Stream = Handle<opj_stream_t, opj_stream_destroy>;

/// Overwrites the pixels before freeing them: they show a person's face.
struct ForgetPixels {
  void operator()(opj_image_t* image) const {
    for (OPJ_UINT32 i = 0; i < image->numcomps; ++i) {
      opj_image_comp_t& component = image->comps[i];
      if (component.data == nullptr) continue;
      explicit_bzero(component.data, std::size_t{component.w} * component.h * sizeof(OPJ_INT32));
    }
    opj_image_destroy(image);
  }
};
using Picture = std::unique_ptr<opj_image_t, ForgetPixels>;

struct Source {
  const Bytes& bytes;
  std::size_t at = 0;
};

OPJ_SIZE_T read(void* data, OPJ_SIZE_T count, void* user) {
  auto& source = *static_cast<Source*>(user);
  const std::size_t given = std::min<std::size_t>(count, source.bytes.size() - source.at);
  if (given == 0) return static_cast<OPJ_SIZE_T>(-1);  // OpenJPEG's code for the end of a file
  std::copy_n(source.bytes.begin() + static_cast<long>(source.at), given, static_cast<std::uint8_t*>(data));
  source.at += given;
  return given;
}

OPJ_OFF_T skip(OPJ_OFF_T count, void* user) {
  auto& source = *static_cast<Source*>(user);
  if (count < 0 || static_cast<std::size_t>(count) > source.bytes.size() - source.at) return -1;
  source.at += static_cast<std::size_t>(count);
  return count;
}

OPJ_BOOL seek(OPJ_OFF_T at, void* user) {
  auto& source = *static_cast<Source*>(user);
  if (at < 0 || static_cast<std::size_t>(at) > source.bytes.size()) return OPJ_FALSE;
  source.at = static_cast<std::size_t>(at);
  return OPJ_TRUE;
}

/// Stores the first error message: later ones are consequences.
void complain(const char* message, void* user) {
  auto& text = *static_cast<std::string*>(user);
  if (!text.empty()) return;
  text = message;
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
}

Picture decode(const Bytes& file, bool jp2) {
  const auto broken = [](const std::string& why) {
    return PhotoError(PhotoProblem::broken, "is damaged or cut off" + (why.empty() ? "" : ": " + why));
  };
  std::string complaint;
  const Codec codec(opj_create_decompress(jp2 ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K));
  Source source{file};
  const Stream stream(opj_stream_default_create(OPJ_TRUE));
  if (codec == nullptr || stream == nullptr) throw std::bad_alloc();
  opj_stream_set_user_data(stream.get(), &source, nullptr);
  opj_stream_set_user_data_length(stream.get(), file.size());
  opj_stream_set_read_function(stream.get(), read);
  opj_stream_set_skip_function(stream.get(), skip);
  opj_stream_set_seek_function(stream.get(), seek);
  opj_set_error_handler(codec.get(), complain, &complaint);
  opj_dparameters_t parameters;
  opj_set_default_decoder_parameters(&parameters);
  opj_image_t* raw = nullptr;
  const bool begun = opj_setup_decoder(codec.get(), &parameters) != OPJ_FALSE &&
                     opj_decoder_set_strict_mode(codec.get(), OPJ_TRUE) != OPJ_FALSE &&
                     opj_read_header(stream.get(), codec.get(), &raw) != OPJ_FALSE;
  Picture picture(raw);
  if (!begun || picture == nullptr || opj_decode(codec.get(), stream.get(), picture.get()) == OPJ_FALSE ||
      opj_end_decompress(codec.get(), stream.get()) == OPJ_FALSE) {
    throw broken(complaint);
  }
  return picture;
}

/// Converts a sample to 8 bits. Wavelets overshoot, so values outside the depth's range occur.
int to_eight_bits(OPJ_INT32 value, OPJ_UINT32 depth) {
  const std::int64_t most = (std::int64_t{1} << depth) - 1;
  return static_cast<int>((std::clamp<std::int64_t>(value, 0, most) * 255 + most / 2) / most);
}

}  // namespace

camera::Image decode_photo(const Bytes& file, const PhotoLimits& limits) {
  const PhotoHeader header = read_photo_header(file, limits);
  const Picture picture = decode(file, file[0] == 0);
  const auto width = static_cast<OPJ_UINT32>(header.width), height = static_cast<OPJ_UINT32>(header.height);
  // A palette can change the number of components during decoding.
  if (picture->numcomps < 1 || picture->numcomps > 4) {
    throw PhotoError(PhotoProblem::unsupported, fmt::format("decodes to {} components", picture->numcomps));
  }
  for (OPJ_UINT32 i = 0; i < picture->numcomps; ++i) {
    const opj_image_comp_t& component = picture->comps[i];
    if (component.w != width || component.h != height || component.data == nullptr || component.prec < 1 ||
        component.prec > 16 || component.sgnd != 0) {
      throw PhotoError(PhotoProblem::broken, "does not decode to what its header says");
    }
  }
  camera::Image grey = camera::Image::blank(header.width, header.height, 1);
  // In YCC the first component is already luma.
  const bool luma = picture->numcomps < 3 || picture->color_space == OPJ_CLRSPC_SYCC ||
                    picture->color_space == OPJ_CLRSPC_EYCC;
  const opj_image_comp_t* c = picture->comps;
  for (std::size_t i = 0; i < grey.pixels.size(); ++i) {
    const auto sample = [&](int k) { return to_eight_bits(c[k].data[i], c[k].prec); };
    const int value = luma ? sample(0) : (299 * sample(0) + 587 * sample(1) + 114 * sample(2) + 500) / 1000;
    grey.pixels[i] = static_cast<std::uint8_t>(value);
  }
  return grey;
}

}  // namespace uketsuke::reader
