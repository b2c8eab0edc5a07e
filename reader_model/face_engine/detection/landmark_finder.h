#pragma once

#include <memory>
#include <opencv2/core/mat.hpp>

#include "reader_model/face_engine/face.h"
#include "reader_model/face_engine/networks/network.h"

namespace uketsuke::reader::face_engine {

/// Finds the 68 points of a face whose box is known. Says nothing of whether there is a face: in a box of
/// anything else it finds 68 points as well.
class LandmarkFinder {
 public:
  explicit LandmarkFinder(std::unique_ptr<Network> network);

  static NetworkShape shape() { return {"landmark", {1, 1, 64, 64}, {136}}; }

  /// @param picture 8 bit, 1 or 3 channels (RGB)
  /// @param box of positive width and height; the crop is pushed inside the picture where it reaches out
  /// @throws FaceError (FAILED) as Network::run
  Landmarks find(const cv::Mat& picture, const Box& box);

  /// What the last find() looked at: 64x64, grey.
  const cv::Mat& crop() const { return grey_; }

  /// Overwrites what is left of the last face.
  void wipe();

 private:
  std::unique_ptr<Network> network_;
  cv::Mat small_;
  cv::Mat grey_;
};

}  // namespace uketsuke::reader::face_engine
