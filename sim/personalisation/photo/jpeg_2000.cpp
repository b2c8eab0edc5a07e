#include "sim/personalisation/photo/jpeg_2000.h"

#include <openjpeg.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/error.h"
#include "base/handle.h"

namespace uketsuke::personalisation {

namespace {

using Codec = Handle<opj_codec_t, opj_destroy_codec>;
using Image = Handle<opj_image_t, opj_image_destroy>;

/// Memory to which OpenJPEG writes as if to a file.
struct Buffer {
  Bytes bytes;
  std::size_t at = 0;

  void reach(std::size_t size) {
    if (bytes.size() < size) bytes.resize(size);
  }
};

OPJ_SIZE_T write(void* data, OPJ_SIZE_T count, void* user) {
  auto& buffer = *static_cast<Buffer*>(user);
  buffer.reach(buffer.at + count);
  std::copy_n(static_cast<const std::uint8_t*>(data), count,
              buffer.bytes.begin() + static_cast<long>(buffer.at));
  buffer.at += count;
  return count;
}

OPJ_OFF_T skip(OPJ_OFF_T count, void* user) {
  auto& buffer = *static_cast<Buffer*>(user);
  if (count < 0) return -1;
  buffer.at += static_cast<std::size_t>(count);
  buffer.reach(buffer.at);
  return count;
}

OPJ_BOOL seek(OPJ_OFF_T at, void* user) {
  auto& buffer = *static_cast<Buffer*>(user);
  if (at < 0) return OPJ_FALSE;
  buffer.at = static_cast<std::size_t>(at);
  buffer.reach(buffer.at);
  return OPJ_TRUE;
}

class Stream {
 public:
  explicit Stream(Buffer& buffer) : stream_(opj_stream_default_create(OPJ_FALSE)) {
    if (stream_ == nullptr) return;
    opj_stream_set_user_data(stream_, &buffer, nullptr);
    opj_stream_set_write_function(stream_, write);
    opj_stream_set_skip_function(stream_, skip);
    opj_stream_set_seek_function(stream_, seek);
  }
  ~Stream() {
    if (stream_ != nullptr) opj_stream_destroy(stream_);
  }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  opj_stream_t* get() const { return stream_; }

 private:
  opj_stream_t* stream_;
};

Image to_openjpeg(const GreyImage& grey) {
  opj_image_cmptparm_t component{};
  component.dx = component.dy = 1;
  component.w = static_cast<OPJ_UINT32>(grey.width);
  component.h = static_cast<OPJ_UINT32>(grey.height);
  component.prec = 8;
  Image image(opj_image_create(1, &component, OPJ_CLRSPC_GRAY));
  if (image == nullptr) return image;
  image->x1 = component.w;
  image->y1 = component.h;
  std::copy(grey.pixels.begin(), grey.pixels.end(), image->comps[0].data);
  return image;
}

}  // namespace

Bytes encode_jp2(const GreyImage& grey, float ratio) {
  opj_cparameters_t parameters;
  opj_set_default_encoder_parameters(&parameters);
  parameters.tcp_numlayers = 1;
  parameters.tcp_rates[0] = ratio;
  parameters.cp_disto_alloc = 1;
  parameters.irreversible = 1;
  const Codec codec(opj_create_compress(OPJ_CODEC_JP2));
  const Image image = to_openjpeg(grey);
  Buffer buffer;
  const Stream stream(buffer);
  if (codec == nullptr || image == nullptr || stream.get() == nullptr ||
      !opj_setup_encoder(codec.get(), &parameters, image.get()) ||
      !opj_start_compress(codec.get(), image.get(), stream.get()) || !opj_encode(codec.get(), stream.get()) ||
      !opj_end_compress(codec.get(), stream.get())) {
    throw SystemError("cannot encode a photo: OpenJPEG failed");
  }
  return std::move(buffer.bytes);
}

}  // namespace uketsuke::personalisation
