#pragma once

#include <memory>
#include <opencv2/core/mat.hpp>

#include "reader_model/face_engine/face.h"
#include "reader_model/face_engine/networks/network.h"

namespace uketsuke::reader::face_engine {

/// Finds the 68 points of a face whose box is known. Does not tell whether there is a face: it finds 68
/// points in any box.
class LandmarkFinder {
 public:
  explicit LandmarkFinder(std::unique_ptr<Network> network);

  static NetworkShape shape() { return {"landmark", {1, 1, 64, 64}, {136}}; }

  /// @param picture 8 bit, 1 or 3 channels (RGB)
  /// @param box of positive width and height; a crop that extends beyond the picture is shifted inside
  /// @throws FaceError (FAILED) as Network::run
  Landmarks find(const cv::Mat& picture, const Box& box);

  /// The input of the last find(): 64x64, grey.
  const cv::Mat& crop() const { return grey_; }

  /// Overwrites what remains of the last face.
  void wipe();

 private:
  std::unique_ptr<Network> network_;
  cv::Mat small_;
  cv::Mat grey_;
};

}  // namespace uketsuke::reader::face_engine
