#include "sim/personalisation/photo/one_bit_png.h"

#include <png.h>

#include <csetjmp>

#include "base/error.h"

namespace uketsuke::personalisation {

namespace {

void write(png_structp png, png_bytep data, png_size_t count) {
  auto& bytes = *static_cast<Bytes*>(png_get_io_ptr(png));
  bytes.insert(bytes.end(), data, data + count);
}

void flush(png_structp) {}

/// The part that libpng may leave by longjmp: must contain no objects with destructors.
bool write_blank(png_structp png, png_infop info, Bytes* into, const Bytes* row, png_uint_32 width,
                 png_uint_32 height) {
  if (setjmp(png_jmpbuf(png)) != 0) return false;
  png_set_write_fn(png, into, write, flush);
  png_set_IHDR(png, info, width, height, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  for (png_uint_32 y = 0; y < height; ++y) png_write_row(png, row->data());
  png_write_end(png, info);
  return true;
}

}  // namespace

Bytes blank_png(int width, int height) {
  const Bytes row(static_cast<std::size_t>(width + 7) / 8, 0xFF);
  Bytes bytes;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
  const bool written =
      info != nullptr &&
      write_blank(png, info, &bytes, &row, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height));
  png_destroy_write_struct(&png, &info);
  if (!written) throw SystemError("cannot write a picture: libpng failed");
  return bytes;
}

}  // namespace uketsuke::personalisation
