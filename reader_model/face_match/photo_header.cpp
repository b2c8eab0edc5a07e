#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "reader_model/face_match/photo.h"

namespace uketsuke::reader {

namespace {

// OpenJPEG allocates memory for every tile while reading the header, so the size marker is checked here
// first.

constexpr std::array<std::uint8_t, 12> kSignature = {0, 0, 0, 12, 'j', 'P', ' ', ' ', 0x0D, 0x0A, 0x87, 0x0A};
constexpr std::uint16_t kSoc = 0xFF4F;
constexpr std::uint16_t kSiz = 0xFF51;
constexpr std::uint32_t kCodestream = 0x6A703263;  // `jp2c`

/// Reads big-endian numbers from a file; throws at its end.
class Cursor {
 public:
  Cursor(const Bytes& file, std::size_t at) : file_(file), at_(at) {}

  std::uint64_t number(std::size_t bytes) {
    if (bytes > file_.size() - std::min(at_, file_.size())) {
      throw PhotoError(PhotoProblem::bad_header,
                       fmt::format("is cut off in its header, at byte {}", file_.size()));
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) value = value << 8 | file_[at_++];
    return value;
  }
  std::size_t at() const { return at_; }

 private:
  const Bytes& file_;
  std::size_t at_;
};

bool begins_with_soc(const Bytes& file, std::size_t at) {
  return file.size() >= at + 2 && file[at] == kSoc >> 8 && file[at + 1] == (kSoc & 0xFF);
}

/// Offset of the codestream in a JP2 file (boxes: ISO/IEC 15444-1 I.4).
std::size_t find_codestream(const Bytes& file) {
  std::size_t at = 0;
  while (at < file.size()) {
    Cursor cursor(file, at);
    std::uint64_t length = cursor.number(4);
    const std::uint64_t type = cursor.number(4);
    if (length == 1) length = cursor.number(8);
    if (type == kCodestream) return cursor.at();
    const std::size_t head = cursor.at() - at;
    if (length < head || length > file.size() - at)
      break;  // 0 (up to the end of the file) is only valid for the codestream
    at += static_cast<std::size_t>(length);
  }
  throw PhotoError(PhotoProblem::bad_header, "is a JP2 file without a picture in it");
}

/// ceil(extent / step), the number of tiles along one side.
std::uint64_t tiles_along(std::uint64_t extent, std::uint64_t step) { return (extent + step - 1) / step; }

void require(bool good, PhotoProblem problem, const std::string& message) {
  if (!good) throw PhotoError(problem, message);
}

}  // namespace

PhotoHeader read_photo_header(const Bytes& file, const PhotoLimits& limits) {
  require(!file.empty(), PhotoProblem::empty, "is empty");
  require(file.size() <= limits.bytes, PhotoProblem::too_large,
          fmt::format("has {} bytes, more than {}", file.size(), limits.bytes));
  const bool jp2 =
      file.size() >= kSignature.size() && std::equal(kSignature.begin(), kSignature.end(), file.begin());
  require(jp2 || begins_with_soc(file, 0), PhotoProblem::not_jpeg2000, "is not JPEG 2000");

  Cursor cursor(file, jp2 ? find_codestream(file) : 0);
  require(cursor.number(2) == kSoc && cursor.number(2) == kSiz, PhotoProblem::bad_header,
          "has no size marker at the start of its picture");
  cursor.number(2 + 2);  // skip the length of the marker, and capabilities
  const std::uint64_t right = cursor.number(4), bottom = cursor.number(4);
  const std::uint64_t left = cursor.number(4), top = cursor.number(4);
  const std::uint64_t tile_width = cursor.number(4), tile_height = cursor.number(4);
  const std::uint64_t tile_left = cursor.number(4), tile_top = cursor.number(4);
  const std::uint64_t components = cursor.number(2);

  require(right > left && bottom > top && tile_width > 0 && tile_height > 0 && tile_left <= left &&
              tile_top <= top,
          PhotoProblem::bad_header, "has a header that contradicts itself (size or tiles)");
  const std::uint64_t width = right - left, height = bottom - top;
  const auto side = static_cast<std::uint64_t>(limits.side);
  require(width <= side && height <= side && width * height <= limits.pixels, PhotoProblem::too_large,
          fmt::format("says it has {}x{} pixels, more than {}x{} or {} in all", width, height, side, side,
                      limits.pixels));
  // Even a small picture can be far out on the grid, and decoders allocate from the origin.
  require(right <= 4 * side && bottom <= 4 * side, PhotoProblem::too_large,
          fmt::format("lies {}, {} pixels from its origin", right, bottom));
  const std::uint64_t tiles =
      tiles_along(right - tile_left, tile_width) * tiles_along(bottom - tile_top, tile_height);
  require(tiles <= static_cast<std::uint64_t>(limits.tiles), PhotoProblem::too_large,
          fmt::format("says it has {} tiles, more than {}", tiles, limits.tiles));
  require(components >= 1 && components <= 4, PhotoProblem::unsupported,
          fmt::format("has {} components; grey or colour is expected", components));

  PhotoHeader header{static_cast<int>(width), static_cast<int>(height), static_cast<int>(components), 0,
                     static_cast<int>(tiles)};
  for (std::uint64_t i = 0; i < components; ++i) {
    const std::uint64_t depth = cursor.number(1), step_x = cursor.number(1), step_y = cursor.number(1);
    require(depth < 0x80 && depth + 1 <= 16, PhotoProblem::unsupported,
            "has signed samples or more than 16 bits a sample");
    require(step_x == 1 && step_y == 1, PhotoProblem::unsupported, "has components of different sizes");
    header.depth = std::max(header.depth, static_cast<int>(depth) + 1);
  }
  return header;
}

}  // namespace uketsuke::reader
