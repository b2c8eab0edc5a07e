#include "camera_model/source/capture_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "camera_model/source/picture_header.h"

namespace uketsuke::camera {

namespace {

namespace fs = std::filesystem;

constexpr double kFolderRate = 30;
constexpr double kMostRate = 1000;

/// Copies an error text of the module: fixed length, read no further if the terminator is missing.
template <std::size_t Size>
std::string text(const char (&from)[Size]) {
  return {from, ::strnlen(from, Size)};
}

InputProblem problem_of(int status) {
  switch (status) {
    case UKETSUKE_CAPTURE_UNREADABLE:
      return InputProblem::unreadable;
    case UKETSUKE_CAPTURE_EMPTY:
      return InputProblem::empty;
    case UKETSUKE_CAPTURE_TOO_LARGE:
      return InputProblem::too_large;
    default:
      return InputProblem::bad_value;  // damaged
  }
}

}  // namespace

CaptureSettings capture_settings(const std::string& text) {
  CaptureSettings settings;
  constexpr std::string_view kCamera = "camera:";
  std::error_code error;
  settings.path = text;
  if (text.compare(0, kCamera.size(), kCamera) == 0) {
    settings.kind = UKETSUKE_CAPTURE_CAMERA;
    settings.path = text.substr(kCamera.size());
  } else if (fs::is_character_file(text, error)) {
    settings.kind = UKETSUKE_CAPTURE_CAMERA;
  } else if (fs::is_directory(text, error)) {
    settings.kind = UKETSUKE_CAPTURE_FOLDER;
  } else if (fs::is_regular_file(text, error)) {
    std::ifstream file(text, std::ios::binary);
    settings.kind = read_picture_header(file) ? UKETSUKE_CAPTURE_FOLDER : UKETSUKE_CAPTURE_VIDEO;
  } else {
    throw InputError(
        InputProblem::unreadable, {text, 0, 0},
        "does not exist; name a folder of pictures, a picture, a video file or a camera (camera:0)");
  }
  return settings;
}

CaptureSource::CaptureSource(const CaptureSettings& settings, const CaptureModule& module)
    : settings_(settings), calls_(module.calls()), recording_(nullptr, Close{&calls_}) {
  if (settings.rate && !(*settings.rate > 0 && *settings.rate <= kMostRate)) {
    throw InputError(InputProblem::bad_value, {settings.path, 0, 0},
                     fmt::format("{} pictures per second; the rate must be more than 0 and at most {}",
                                 *settings.rate, kMostRate));
  }
  const uketsuke_capture_options options{settings.kind, settings_.path.c_str(), settings.most_width,
                                         settings.most_height, settings.most_bytes};
  uketsuke_capture_error error{};
  uketsuke_recording* opened = nullptr;
  const int status = calls_.open(&options, &opened, &error);
  if (status != UKETSUKE_CAPTURE_OK) fail(status, error);
  recording_.reset(opened);
  const double own = calls_.rate(opened);
  if (settings.kind == UKETSUKE_CAPTURE_VIDEO && !settings.rate && !(own > 0)) {
    throw InputError(InputProblem::missing_key, {settings.path, 0, 0},
                     "does not state its rate of pictures per second; give it");
  }
  rate_ = settings.rate.value_or(settings.kind == UKETSUKE_CAPTURE_VIDEO ? own : kFolderRate);
}

Exposure CaptureSource::expose(std::int64_t number, Duration at) {
  const std::int64_t index = due(number, at);
  std::shared_ptr<const Image> image = read(index);
  const std::int64_t length = calls_.length(recording_.get());
  if (image == nullptr && settings_.loop && length > 0) image = read(index % length);
  if (image == nullptr) return {Exposure::Outcome::absent, Subject::nobody, nullptr};
  return {Exposure::Outcome::delivered, Subject::nobody, std::move(image)};
}

/// @returns index of the frame that is due, counted through all loops
std::int64_t CaptureSource::due(std::int64_t number, Duration at) {
  if (last_number_ == 0 || number <= last_number_) begun_ = at;
  last_number_ = number;
  const double seconds = std::chrono::duration<double>(at - begun_).count();
  // The thousandth of a frame allows for rounded frame intervals.
  return std::max<std::int64_t>(0, static_cast<std::int64_t>(std::floor(seconds * rate_ + 1e-3)));
}

/// @returns null at the end
std::shared_ptr<const Image> CaptureSource::read(std::int64_t index) {
  const std::int64_t length = calls_.length(recording_.get());
  if (length > 0 && index >= length) return nullptr;
  const bool recorded = settings_.kind != UKETSUKE_CAPTURE_CAMERA;
  if (recorded && index == last_index_) return last_;
  uketsuke_capture_picture picture{};
  uketsuke_capture_error error{};
  const int status = calls_.read(recording_.get(), index, &picture, &error);
  if (status == UKETSUKE_CAPTURE_END) return nullptr;
  if (status != UKETSUKE_CAPTURE_OK) fail(status, error);
  auto image = std::make_shared<Image>();
  image->width = picture.width;
  image->height = picture.height;
  image->pixels.assign(picture.pixels, picture.pixels + static_cast<std::size_t>(picture.width) *
                                                            static_cast<std::size_t>(picture.height) * 3);
  last_index_ = index;
  last_ = std::move(image);
  return last_;
}

void CaptureSource::fail(int status, const uketsuke_capture_error& error) const {
  const std::string file = text(error.file);
  if (status == UKETSUKE_CAPTURE_FAILED) throw SystemError(settings_.path + ": " + text(error.message));
  throw InputError(problem_of(status), {file.empty() ? settings_.path : file, 0, 0}, text(error.message));
}

}  // namespace uketsuke::camera
