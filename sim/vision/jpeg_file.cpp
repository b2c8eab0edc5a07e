#include "sim/vision/jpeg_file.h"

#include <jpeglib.h>

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "base/atomic_file.h"
#include "base/error.h"

namespace uketsuke::sim {

namespace {

/// libjpeg's error manager, extended so that an error returns here and does not exit the program.
struct Failure {
  jpeg_error_mgr manager;  // first member: libjpeg passes its address
  std::jmp_buf back;
};

void leave(j_common_ptr info) { std::longjmp(reinterpret_cast<Failure*>(info->err)->back, 1); }

struct Buffer {
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
};

/// Must contain no object with a destructor: longjmp skips them.
/// @returns whether it succeeded
bool compress(const camera::Image& image, int quality, Buffer& out) {
  jpeg_compress_struct info;
  Failure failure;
  info.err = ::jpeg_std_error(&failure.manager);
  failure.manager.error_exit = leave;
  if (setjmp(failure.back) != 0) {
    ::jpeg_destroy_compress(&info);
    return false;
  }
  ::jpeg_create_compress(&info);
  ::jpeg_mem_dest(&info, &out.bytes, &out.size);
  info.image_width = static_cast<JDIMENSION>(image.width);
  info.image_height = static_cast<JDIMENSION>(image.height);
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  ::jpeg_set_defaults(&info);
  ::jpeg_set_quality(&info, quality, TRUE);
  ::jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = const_cast<JSAMPROW>(image.at(0, static_cast<int>(info.next_scanline)));
    ::jpeg_write_scanlines(&info, &row, 1);
  }
  ::jpeg_finish_compress(&info);
  ::jpeg_destroy_compress(&info);
  return true;
}

}  // namespace

void write_jpeg(const std::filesystem::path& file, const camera::Image& image, int quality) {
  Buffer buffer;
  const bool good =
      image.channels == 3 && image.width > 0 && image.height > 0 && compress(image, quality, buffer);
  const std::unique_ptr<unsigned char, decltype(&std::free)> owner(buffer.bytes, &std::free);
  if (!good) throw SystemError(file.string() + ": the picture cannot be written as JPEG");
  write_file(file, std::string_view(reinterpret_cast<const char*>(buffer.bytes), buffer.size));
}

}  // namespace uketsuke::sim
