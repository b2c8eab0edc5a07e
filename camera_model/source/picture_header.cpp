#include "camera_model/source/picture_header.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <string>

namespace uketsuke::camera {

namespace {

/// Reads numbers and markers from a file; reading past its end makes it fail permanently.
class Bytes {
 public:
  explicit Bytes(std::istream& file) : file_(file) {}

  bool good() const { return good_; }

  std::int64_t size() {
    file_.clear();
    file_.seekg(0, std::ios::end);
    return static_cast<std::int64_t>(file_.tellg());
  }

  std::string text(std::int64_t at, std::size_t length) {
    std::string bytes(length, '\0');
    file_.clear();
    file_.seekg(at);
    file_.read(bytes.data(), static_cast<std::streamsize>(length));
    if (file_.gcount() != static_cast<std::streamsize>(length)) good_ = false;
    return bytes;
  }

  std::int64_t big(std::int64_t at, std::size_t length) {
    std::int64_t value = 0;
    for (const char byte : text(at, length)) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
  }

  std::int64_t little(std::int64_t at, std::size_t length) {
    std::int64_t value = 0;
    const std::string bytes = text(at, length);
    for (std::size_t i = length; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
  }

 private:
  std::istream& file_;
  bool good_ = true;
};

using Found = std::optional<PictureHeader>;

/// Chunks of length, name, content and checksum, up to IEND (PNG, ISO/IEC 15948 §5.3).
Found png(Bytes& bytes) {
  PictureHeader header{PictureFormat::png, bytes.big(16, 4), bytes.big(20, 4), false};
  if (!bytes.good() || bytes.text(12, 4) != "IHDR") return std::nullopt;
  const std::int64_t size = bytes.size();
  for (std::int64_t at = 8; at + 12 <= size; at += 12 + bytes.big(at, 4)) {
    if (bytes.text(at + 4, 4) == "IEND") header.complete = true;
  }
  return header;
}

/// Segments up to the first frame header, then the rest up to the end of the image (ISO/IEC 10918-1 annex B).
Found jpeg(Bytes& bytes) {
  const std::int64_t size = bytes.size();
  Found header;
  std::int64_t at = 2;
  while (at + 4 <= size) {
    if (bytes.big(at, 1) != 0xFF) return std::nullopt;
    const std::int64_t marker = bytes.big(at + 1, 1);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame && !header) {
      header = PictureHeader{PictureFormat::jpeg, bytes.big(at + 7, 2), bytes.big(at + 5, 2), false};
      if (!bytes.good()) return std::nullopt;
    }
    if (marker == 0xDA) break;  // start of scan: no further segments to walk
    at += 2 + bytes.big(at + 2, 2);
  }
  if (!header || at >= size) return header;
  // In coded data FF is followed by 00 or by a marker; the end marker of a thumbnail is before the scan.
  header->complete =
      bytes.text(at, static_cast<std::size_t>(size - at)).rfind("\xFF\xD9") != std::string::npos;
  return header;
}

/// BITMAPFILEHEADER and BITMAPINFOHEADER; a negative height means rows from the top.
Found bmp(Bytes& bytes) {
  const std::int64_t kind = bytes.little(14, 4);
  PictureHeader header{PictureFormat::bmp, 0, 0, true};
  if (kind == 12) {  // OS/2
    header.width = bytes.little(18, 2);
    header.height = bytes.little(20, 2);
    return bytes.good() ? Found(header) : std::nullopt;
  }
  header.width = static_cast<std::int32_t>(bytes.little(18, 4));
  header.height = static_cast<std::int32_t>(bytes.little(22, 4));
  if (header.height < 0) header.height = -header.height;
  const std::int64_t bits = bytes.little(28, 2);
  const std::int64_t compression = bytes.little(30, 4);
  const std::int64_t first = bytes.little(10, 4);
  if (!bytes.good() || header.width < 0) return std::nullopt;
  const bool plain = compression == 0 || compression == 3;
  if (plain && header.width < 1 << 24 && header.height < 1 << 24) {
    const std::int64_t row = (header.width * bits + 31) / 32 * 4;
    header.complete = first + row * header.height <= bytes.size();
  }
  return header;
}

/// A RIFF file of one of three kinds (developers.google.com/speed/webp/docs/riff_container).
Found webp(Bytes& bytes) {
  PictureHeader header{PictureFormat::webp, 0, 0, true};
  const std::string kind = bytes.text(12, 4);
  if (kind == "VP8X") {
    header.width = bytes.little(24, 3) + 1;
    header.height = bytes.little(27, 3) + 1;
  } else if (kind == "VP8L") {
    const std::int64_t packed = bytes.little(21, 4);
    header.width = (packed & 0x3FFF) + 1;
    header.height = (packed >> 14 & 0x3FFF) + 1;
  } else if (kind == "VP8 ") {
    header.width = bytes.little(26, 2) & 0x3FFF;
    header.height = bytes.little(28, 2) & 0x3FFF;
  } else {
    return std::nullopt;
  }
  header.complete = bytes.little(4, 4) + 8 <= bytes.size();
  return bytes.good() ? Found(header) : std::nullopt;
}

/// The SIZ segment after the start of a code stream (ISO/IEC 15444-1 A.5.1).
Found code_stream(Bytes& bytes, std::int64_t at) {
  if (bytes.big(at, 4) != 0xFF4FFF51) return std::nullopt;
  const PictureHeader header{PictureFormat::jpeg2000, bytes.big(at + 8, 4) - bytes.big(at + 16, 4),
                             bytes.big(at + 12, 4) - bytes.big(at + 20, 4), true};
  return bytes.good() ? Found(header) : std::nullopt;
}

/// Boxes up to the code stream (ISO/IEC 15444-1 annex I). The decoder uses the size in the code stream, not
/// in `ihdr`.
Found jp2(Bytes& bytes) {
  const std::int64_t size = bytes.size();
  for (std::int64_t at = 0; at + 8 <= size;) {
    std::int64_t length = bytes.big(at, 4);
    const std::string name = bytes.text(at + 4, 4);
    const std::int64_t content = at + (length == 1 ? 16 : 8);
    if (name == "jp2c") return code_stream(bytes, content);
    if (length == 1) length = bytes.big(at + 8, 8);
    if (!bytes.good() || length < 8 || length > size) return std::nullopt;
    at += length;
  }
  return std::nullopt;
}

/// `P5 640 480`, with comments.
Found pnm(Bytes& bytes) {
  const std::int64_t size = bytes.size();
  const std::string start = bytes.text(0, static_cast<std::size_t>(size < 4096 ? size : 4096));
  std::array<std::int64_t, 2> numbers{};
  std::size_t at = 2;
  for (std::int64_t& number : numbers) {
    while (at < start.size() &&
           (std::isspace(static_cast<unsigned char>(start[at])) != 0 || start[at] == '#')) {
      if (start[at] == '#') at = std::min(start.find('\n', at), start.size() - 1);
      ++at;
    }
    const std::size_t first = at;
    for (; at < start.size() && start[at] >= '0' && start[at] <= '9' && at - first < 10; ++at)
      number = number * 10 + (start[at] - '0');
    if (at == first || at == start.size()) return std::nullopt;
  }
  return PictureHeader{PictureFormat::pnm, numbers[0], numbers[1], true};
}

}  // namespace

Found read_picture_header(std::istream& file) {
  using namespace std::string_literals;
  Bytes bytes(file);
  if (bytes.size() < 12) return std::nullopt;
  const std::string start = bytes.text(0, 12);
  const auto begins = [&](const std::string& mark) { return start.compare(0, mark.size(), mark) == 0; };
  if (begins("\x89PNG\r\n\x1A\n")) return png(bytes);
  if (begins("\xFF\xD8\xFF")) return jpeg(bytes);
  if (begins("BM")) return bmp(bytes);
  if (begins("RIFF") && start.compare(8, 4, "WEBP") == 0) return webp(bytes);
  if (begins("\0\0\0\x0CjP  "s)) return jp2(bytes);
  if (begins("\xFF\x4F\xFF\x51")) return code_stream(bytes, 0);
  if (start[0] == 'P' && start[1] >= '1' && start[1] <= '6') return pnm(bytes);
  return std::nullopt;
}

}  // namespace uketsuke::camera
