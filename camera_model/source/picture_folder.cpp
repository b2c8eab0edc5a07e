#include "camera_model/source/picture_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <opencv2/imgcodecs.hpp>
#include <set>
#include <sstream>

#include "camera_model/source/picture_header.h"
#include "camera_model/source/to_rgb.h"

namespace uketsuke::camera {

namespace fs = std::filesystem;

namespace {

/// Limit: more files than an hour at 25 per second are a mistake.
constexpr std::size_t kMostFiles = 100'000;

bool is_picture(const fs::path& file) {
  static const std::set<std::string> kKnown = {".png", ".jpg", ".jpeg", ".bmp", ".webp", ".jp2",
                                               ".j2k", ".pbm", ".pgm",  ".ppm", ".pnm"};
  std::string extension = file.extension().string();
  for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return kKnown.count(extension) != 0 && file.filename().string().front() != '.';
}

std::string pixels(std::int64_t width, std::int64_t height) {
  return std::to_string(width) + " x " + std::to_string(height) + " pixels";
}

void check_header(const fs::path& file, std::istream& content, const PictureLimits& limits) {
  const auto header = read_picture_header(content);
  if (!header) {
    throw CaptureError(
        UKETSUKE_CAPTURE_DAMAGED, file.string(),
        "is not a picture, or is cut off in its header; PNG, JPEG, BMP, WebP, JPEG 2000 and PNM "
        "are read");
  }
  const std::string format(to_name(header->format));
  if (header->width < 1 || header->height < 1)
    throw CaptureError(UKETSUKE_CAPTURE_DAMAGED, file.string(), "is a " + format + " without pixels");
  if (header->width > limits.width || header->height > limits.height) {
    throw CaptureError(UKETSUKE_CAPTURE_TOO_LARGE, file.string(),
                       "has " + pixels(header->width, header->height) + ", more than " +
                           pixels(limits.width, limits.height) + "; make it smaller");
  }
  if (!header->complete)
    throw CaptureError(UKETSUKE_CAPTURE_DAMAGED, file.string(), "is a " + format + " that is cut off");
}

/// Silences decoders on standard error: libpng and libjpeg report damage there, and so does OpenCV after
/// catching an exception. This library's error contains the full information.
class Silence {
 public:
  Silence() : before_(::dup(STDERR_FILENO)) {
    const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (before_ >= 0 && nothing >= 0) ::dup2(nothing, STDERR_FILENO);
    if (nothing >= 0) ::close(nothing);
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;
  ~Silence() {
    if (before_ < 0) return;
    ::dup2(before_, STDERR_FILENO);
    ::close(before_);
  }

 private:
  int before_;
};

cv::Mat decoded(std::string& bytes) {
  const bool jpeg = bytes.compare(0, 2, "\xFF\xD8") == 0;
  const Silence silence;
  // Phones store their orientation in a JPEG, which only IMREAD_COLOR applies; other formats may have 16 bits
  // or alpha, which only IMREAD_UNCHANGED keeps.
  return cv::imdecode(cv::Mat(1, static_cast<int>(bytes.size()), CV_8UC1, bytes.data()),
                      jpeg ? cv::IMREAD_COLOR : cv::IMREAD_UNCHANGED);
}

}  // namespace

bool comes_before(const std::string& a, const std::string& b) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (!digit(a[i]) || !digit(b[j])) {
      if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
      ++i;
      ++j;
      continue;
    }
    const auto number = [&](const std::string& text, std::size_t& at) {
      while (at < text.size() && text[at] == '0') ++at;
      const std::size_t first = at;
      while (at < text.size() && digit(text[at])) ++at;
      return text.substr(first, at - first);
    };
    const std::string one = number(a, i), other = number(b, j);
    if (one.size() != other.size()) return one.size() < other.size();
    if (one != other) return one < other;
  }
  const bool a_ends = i == a.size(), b_ends = j == b.size();
  return a_ends != b_ends ? a_ends : a < b;  // `1.png` and `01.png`: any fixed order
}

PictureFolder::PictureFolder(const fs::path& path, const PictureLimits& limits) : limits_(limits) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) throw CaptureError(UKETSUKE_CAPTURE_UNREADABLE, path.string(), "does not exist");
  if (fs::is_regular_file(status)) {
    files_ = {path};
  } else {
    fs::directory_iterator entries(path, error);
    if (error) throw CaptureError(UKETSUKE_CAPTURE_UNREADABLE, path.string(), error.message());
    for (const fs::directory_entry& entry : entries) {
      if (!entry.is_regular_file(error) || !is_picture(entry.path())) continue;
      if (files_.size() == kMostFiles) {
        throw CaptureError(UKETSUKE_CAPTURE_TOO_LARGE, path.string(),
                           "has more than " + std::to_string(kMostFiles) + " pictures");
      }
      files_.push_back(entry.path());
    }
    if (files_.empty()) {
      throw CaptureError(UKETSUKE_CAPTURE_EMPTY, path.string(),
                         "has no picture (.png, .jpg, .bmp, .webp, .jp2, .ppm, .pgm)");
    }
  }
  std::sort(files_.begin(), files_.end(), [](const fs::path& a, const fs::path& b) {
    return comes_before(a.filename().string(), b.filename().string());
  });
  for (const fs::path& file : files_) check(file);
}

void PictureFolder::check(const fs::path& file) const {
  std::error_code error;
  const auto bytes = static_cast<std::int64_t>(fs::file_size(file, error));
  std::ifstream content(file, std::ios::binary);
  if (error || !content)
    throw CaptureError(UKETSUKE_CAPTURE_UNREADABLE, file.string(), "cannot be read; check its permissions");
  if (bytes == 0) throw CaptureError(UKETSUKE_CAPTURE_DAMAGED, file.string(), "is empty");
  if (bytes > limits_.bytes) {
    throw CaptureError(UKETSUKE_CAPTURE_TOO_LARGE, file.string(),
                       "has more than " + std::to_string(limits_.bytes) + " bytes");
  }
  check_header(file, content, limits_);
}

bool PictureFolder::read(std::int64_t index, Image& out) {
  if (index < 0 || index >= static_cast<std::int64_t>(files_.size())) return false;
  const fs::path& file = files_[static_cast<std::size_t>(index)];
  check(file);  // check again: the file may have changed
  std::ifstream content(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(content)), {});
  std::istringstream again(bytes);  // decode exactly the bytes that were checked
  check_header(file, again, limits_);
  const cv::Mat picture = decoded(bytes);
  if (picture.empty())
    throw CaptureError(UKETSUKE_CAPTURE_DAMAGED, file.string(),
                       "cannot be decoded: it is damaged or cut off");
  if (!to_rgb(picture, out)) {
    throw CaptureError(UKETSUKE_CAPTURE_DAMAGED, file.string(),
                       "has samples that are not of 8 or 16 bits, or an odd number of channels");
  }
  return true;
}

}  // namespace uketsuke::camera
