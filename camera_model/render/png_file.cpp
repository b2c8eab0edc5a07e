#include "camera_model/render/png_file.h"

#include <png.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/atomic_file.h"
#include "base/error.h"

namespace uketsuke::camera {

namespace {

/// Frees the memory that libpng attaches to an image description.
struct Description : png_image {
  Description() : png_image{} { version = PNG_IMAGE_VERSION; }
  ~Description() { png_image_free(this); }
  Description(const Description&) = delete;
  Description& operator=(const Description&) = delete;
};

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

png_uint_32 format_of(int channels) {
  switch (channels) {
    case 1:
      return PNG_FORMAT_GRAY;
    case 3:
      return PNG_FORMAT_RGB;
    case 4:
      return PNG_FORMAT_RGBA;
    default:
      throw std::invalid_argument("a picture has 1, 3 or 4 channels");
  }
}

int channels_of(png_uint_32 format) {
  if ((format & PNG_FORMAT_FLAG_ALPHA) != 0) return 4;
  return (format & PNG_FORMAT_FLAG_COLOR) != 0 ? 3 : 1;
}

[[noreturn]] void refuse(InputProblem problem, const std::filesystem::path& path,
                         const std::string& message) {
  throw InputError(problem, {path.string()}, message);
}

}  // namespace

Image read_png(const std::filesystem::path& path) {
  const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
  if (!file)
    refuse(InputProblem::unreadable, path,
           "cannot open this picture; check that it exists and that you may read it");

  Description png;
  if (png_image_begin_read_from_stdio(&png, file.get()) == 0)
    refuse(InputProblem::bad_value, path, std::string("cannot be read as PNG: ") + png.message);
  if (png.width > kLargestPngSide || png.height > kLargestPngSide)
    refuse(InputProblem::too_large, path,
           std::to_string(png.width) + " x " + std::to_string(png.height) +
               " pixels; the longest side may have " + std::to_string(kLargestPngSide));

  const int channels = channels_of(png.format);
  Image image = Image::blank(static_cast<int>(png.width), static_cast<int>(png.height), channels);
  png.format = format_of(channels);
  if (png_image_finish_read(&png, nullptr, image.pixels.data(), 0, nullptr) == 0)
    refuse(InputProblem::bad_value, path, std::string("a damaged PNG: ") + png.message);
  return image;
}

Bytes encode_png(const Image& image) {
  Description png;
  png.format = format_of(image.channels);
  if (image.width <= 0 || image.height <= 0 ||
      image.pixels.size() != Image::blank(image.width, image.height, image.channels).pixels.size())
    throw std::invalid_argument("a picture whose pixels do not fit its size");
  png.width = static_cast<png_uint_32>(image.width);
  png.height = static_cast<png_uint_32>(image.height);

  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
  Bytes bytes(size);
  if (png_image_write_to_memory(&png, bytes.data(), &size, 0, image.pixels.data(), 0, nullptr) == 0)
    throw std::runtime_error(std::string("libpng cannot write a picture: ") + png.message);
  bytes.resize(size);
  return bytes;
}

void write_png(const std::filesystem::path& path, const Image& image) {
  const Bytes bytes = encode_png(image);
  write_file(path, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

}  // namespace uketsuke::camera
