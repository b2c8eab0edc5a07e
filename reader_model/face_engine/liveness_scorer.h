#pragma once

#include <memory>
#include <opencv2/core/mat.hpp>

#include "reader_model/face_engine/face.h"
#include "reader_model/face_engine/networks/network.h"

namespace uketsuke::reader::face_engine {

/// Distinguishes a person from a picture by the surroundings of the face (edge of the paper, bezel of the
/// screen): a MiniFASNet. A print or screen that fills the view passes, so it is not sufficient alone; the
/// host adds the movement between two frames.
class LivenessScorer {
 public:
  explicit LivenessScorer(std::unique_ptr<Network> network);

  static NetworkShape shape() { return {"liveness", {1, 3, 128, 128}, {3}}; }

  /// @param picture 8 bit, 1 or 3 channels (RGB)
  /// @param box of positive width and height; the scorer uses 2.7 times its size, shifted inside the picture
  /// @returns 0 (picture, screen) to 1 (person): the softmax of the first of three classes
  /// @throws FaceError (FAILED) as Network::run
  float score(const cv::Mat& picture, const Box& box);

  /// Overwrites what remains of the last face.
  void wipe();

 private:
  std::unique_ptr<Network> network_;
  cv::Mat small_;
};

}  // namespace uketsuke::reader::face_engine
