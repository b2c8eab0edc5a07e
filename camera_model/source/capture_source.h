#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "camera_model/frame_source.h"
#include "camera_model/source/capture_module.h"

namespace uketsuke::camera {

/// Settings for frames that are not rendered: source, rate, limits.
struct CaptureSettings {
  uketsuke_capture_kind kind = UKETSUKE_CAPTURE_FOLDER;
  std::string path;            ///< folder or image; video file; number or device file of a camera
  std::optional<double> rate;  ///< frames per second; default: the video's own, or 30 for a folder
  bool loop = false;           ///< restarts after the last frame; otherwise no more frames come
  int most_width = 4096;       ///< pixels
  int most_height = 4096;
  std::int64_t most_bytes = std::int64_t{64} << 20;  ///< per image file
};

/// Parses what the user enters: `camera:0`, `/dev/video0`, a folder, an image or a video file.
/// @throws InputError if it is none of them
CaptureSettings capture_settings(const std::string& text);

/// A recording played in simulated time, or a real camera.
///
/// A recording starts at the first exposure after the camera was switched on, that is, after a number that
/// does not exceed the last one: every reception sees it from its first frame. An exposure gets the frame
/// that is due at its time; frames in between are skipped, and a frame that is due twice is delivered twice.
/// A real camera gives its next frame, and is `absent` after it was unplugged.
class CaptureSource : public FrameSource {
 public:
  /// @throws InputError if a module, folder, file or camera is missing or unreadable, a folder is empty,
  /// images exceed the limits or are damaged, or the rate is impossible
  /// @throws SystemError if the module cannot be used
  explicit CaptureSource(const CaptureSettings& settings, const CaptureModule& module = CaptureModule::get());

  /// @throws InputError if an image is found to be damaged
  Exposure expose(std::int64_t number, Duration at) override;

  double rate() const { return rate_; }  ///< frames per second; meaningless for a camera

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
