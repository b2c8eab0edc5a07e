#pragma once

#include "reader_model/face_engine/detection/face_detector.h"
#include "reader_model/face_engine/detection/rfb_anchors.h"
#include "reader_model/face_engine/networks/network.h"

namespace uketsuke::reader::face_engine {

/// Ultra-Light-Fast-Generic-Face-Detector, RFB-320; the whole picture is stretched to 320x240. Finds faces
/// from about a twentieth of the picture's width up; misses a face that fills the picture or lies on its
/// side. Confidence from 0.65, overlap up to 0.4: the published program's values.
class RfbDetector : public FaceDetector {
 public:
  explicit RfbDetector(std::unique_ptr<Network> network);

  /// The required network: logits (background, face) of 4420 anchors and the offsets of their boxes
  /// (models/cut_box_decoding.py).
  static NetworkShape shape() { return {"detector", {1, 3, 240, 320}, {4420 * 2, 4420 * 4}}; }

  void find(const cv::Mat& picture, std::vector<FoundFace>& faces) override;
  void wipe() override;

 private:
  std::unique_ptr<Network> network_;
  std::vector<RfbAnchor> anchors_;
  cv::Mat small_;
};

}  // namespace uketsuke::reader::face_engine
