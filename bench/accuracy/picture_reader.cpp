#include "bench/accuracy/picture_reader.h"

#include <array>
#include <cstring>
#include <fstream>
#include <memory>

#include "base/error.h"
#include "camera_model/render/png_file.h"
#include "camera_model/source/capture_module.h"

namespace uketsuke::bench {

namespace {

constexpr std::int64_t kMostBytes = 64 << 20;

bool is_png(const std::filesystem::path& file) {
  constexpr std::array<char, 8> kSignature = {'\x89', 'P', 'N', 'G', '\r', '\n', '\x1a', '\n'};
  std::array<char, 8> start{};
  std::ifstream in(file, std::ios::binary);
  return in.read(start.data(), start.size()) && start == kSignature;
}

void drop_alpha(camera::Image& image) {
  if (image.channels != 2 && image.channels != 4) return;
  const auto from = static_cast<std::size_t>(image.channels);
  const std::size_t to = from - 1;
  const std::size_t count = image.pixels.size() / from;
  for (std::size_t i = 1; i < count; ++i) std::memmove(&image.pixels[i * to], &image.pixels[i * from], to);
  image.pixels.resize(count * to);
  image.channels = static_cast<int>(to);
}

InputProblem problem_of(std::int32_t status) {
  switch (status) {
    case UKETSUKE_CAPTURE_UNREADABLE:
      return InputProblem::unreadable;
    case UKETSUKE_CAPTURE_TOO_LARGE:
      return InputProblem::too_large;
    case UKETSUKE_CAPTURE_EMPTY:
    case UKETSUKE_CAPTURE_END:
      return InputProblem::empty;
    default:
      return InputProblem::bad_value;
  }
}

/// Reads other formats through OpenCV, whose libraries are mapped at the first such file.
camera::Image read_by_module(const std::filesystem::path& file) {
  const uketsuke_capture_module& calls = camera::CaptureModule::get().calls();
  const std::string path = file.string();
  const uketsuke_capture_options options = {UKETSUKE_CAPTURE_FOLDER, path.c_str(), camera::kLargestPngSide,
                                            camera::kLargestPngSide, kMostBytes};
  const auto error = std::make_unique<uketsuke_capture_error>();
  const auto fail = [&](std::int32_t status) {
    const char* text = error->message[0] == '\0' ? "no picture in it" : error->message;
    throw InputError(problem_of(status), {path, 0, 0}, text);
  };
  uketsuke_recording* opened = nullptr;
  if (const std::int32_t status = calls.open(&options, &opened, error.get()); status != UKETSUKE_CAPTURE_OK) {
    fail(status);
  }
  const std::unique_ptr<uketsuke_recording, void (*)(uketsuke_recording*)> recording(opened, calls.close);
  uketsuke_capture_picture picture{};
  if (const std::int32_t status = calls.read(opened, 0, &picture, error.get());
      status != UKETSUKE_CAPTURE_OK) {
    fail(status);
  }
  camera::Image image = camera::Image::blank(picture.width, picture.height, 3);
  std::memcpy(image.pixels.data(), picture.pixels, image.pixels.size());
  return image;
}

}  // namespace

camera::Image read_picture(const std::filesystem::path& file) {
  if (!is_png(file)) return read_by_module(file);
  camera::Image image = camera::read_png(file);
  drop_alpha(image);
  return image;
}

}  // namespace uketsuke::bench
