#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "camera_model/frame_source.h"
#include "camera_model/source/capture_module.h"

namespace uketsuke::camera {

/// Frames that are not rendered: where from, how fast, how large at most.
struct CaptureSettings {
  uketsuke_capture_kind kind = UKETSUKE_CAPTURE_FOLDER;
  std::string path;            ///< folder or picture; video file; number or device file of a camera
  std::optional<double> rate;  ///< pictures a second, instead of the video's own, or 30 for a folder
  bool loop = false;           ///< begins again after the last picture; otherwise no more frames come
  int most_width = 4096;       ///< pixels
  int most_height = 4096;
  std::int64_t most_bytes = std::int64_t{64} << 20;  ///< of one picture file
};

/// What a user means by `camera:0`, `/dev/video0`, a folder, a picture or a video file.
/// @throws InputError where it is none of them
CaptureSettings capture_settings(const std::string& text);

/// A recording that plays in simulated time, or a real camera.
///
/// A recording begins at the first exposure after the camera was switched on, that is, after a number that is
/// not larger than the last one: every reception sees it from its first picture. An exposure gets the picture
/// that is due at its time; pictures in between are left out, and a picture that is due twice is delivered
/// twice. A real camera gives its next picture, and is `absent` once it has been pulled out.
class CaptureSource : public FrameSource {
 public:
  /// @throws InputError: module, folder, file or camera that is not there or cannot be read, an empty folder,
  ///   pictures beyond the limits or damaged, a rate that cannot be; SystemError
  explicit CaptureSource(const CaptureSettings& settings, const CaptureModule& module = CaptureModule::get());

  /// @throws InputError where a picture turns out to be damaged
  Exposure expose(std::int64_t number, Duration at) override;

  double rate() const { return rate_; }  ///< pictures a second; of no meaning for a camera

 private:
  struct Close {
    const uketsuke_capture_module* calls;
    void operator()(uketsuke_recording* recording) const { calls->close(recording); }
  };

  CaptureSettings settings_;
  const uketsuke_capture_module& calls_;
  std::unique_ptr<uketsuke_recording, Close> recording_;
  double rate_ = 30;
  std::int64_t last_number_ = 0;
  Duration begun_{};
  std::int64_t last_index_ = -1;
  std::shared_ptr<const Image> last_;

  std::int64_t due(std::int64_t number, Duration at);
  std::shared_ptr<const Image> read(std::int64_t index);
  [[noreturn]] void fail(int status, const uketsuke_capture_error& error) const;
};

}  // namespace uketsuke::camera
