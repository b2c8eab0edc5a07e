#pragma once

#include <memory>
#include <opencv2/core/mat.hpp>
#include <vector>

#include "reader_model/face_engine/face.h"
#include "reader_model/face_engine/networks/network.h"

namespace uketsuke::reader::face_engine {

/// Finds all faces in a picture.
class FaceDetector {
 public:
  virtual ~FaceDetector() = default;

  /// @param picture 8 bit, 1 or 3 channels (RGB), any size from 1x1
  /// @param faces receives the faces, the largest first
  /// @throws FaceError (FAILED) as Network::run
  virtual void find(const cv::Mat& picture, std::vector<FoundFace>& faces) = 0;

  /// Overwrites what remains of the last picture.
  virtual void wipe() = 0;

 protected:
  FaceDetector() = default;
  FaceDetector(const FaceDetector&) = delete;
  FaceDetector& operator=(const FaceDetector&) = delete;
};

}  // namespace uketsuke::reader::face_engine
