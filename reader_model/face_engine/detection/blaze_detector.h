#pragma once

#include "reader_model/face_engine/detection/face_detector.h"

namespace uketsuke::reader::face_engine {

/// BlazeFace, front camera, 128x128 (V. Bazarevsky et al., 2019); the picture is padded with bars to a
/// square. Finds faces from about a fifth of the picture's longer side up, including faces that fill it. Its
/// boxes, from brow to chin, are extended to the height of RfbDetector's, which the landmark model expects.
/// Confidence from 0.5, overlap up to 0.3: MediaPipe's values.
class BlazeDetector : public FaceDetector {
 public:
  explicit BlazeDetector(std::unique_ptr<Network> network);

  /// Logits and boxes of 16x16 grid positions with two anchors and 8x8 positions with six.
  static NetworkShape shape() { return {"blazeface", {1, 128, 128, 3}, {512, 384, 512 * 16, 384 * 16}}; }

  void find(const cv::Mat& picture, std::vector<FoundFace>& faces) override;
  void wipe() override;

 private:
  std::unique_ptr<Network> network_;
  cv::Mat square_;
};

}  // namespace uketsuke::reader::face_engine
