#pragma once

#include <opencv2/core/mat.hpp>
#include <opencv2/dnn/dnn.hpp>

#include "reader_model/face_engine/networks/network.h"

namespace uketsuke::reader::face_engine {

/// A network run by OpenCV's own cv::dnn on the processor.
class OpenCvNetwork : public Network {
 public:
  /// @throws FaceError (NO_MODEL) where the file is missing, cut off, or another model
  OpenCvNetwork(const std::filesystem::path& file, NetworkShape shape);

  float* input() override { return input_.ptr<float>(); }

 private:
  void forward() override;
  std::size_t result_count() const override { return results_.size(); }
  Values result(std::size_t index) const override {
    return {results_[index].ptr<float>(), results_[index].total()};
  }

  cv::dnn::Net net_;
  cv::Mat input_;
  std::vector<cv::String> names_;
  std::vector<cv::Mat> results_;
};

/// How many threads OpenCV uses: of the whole process, as OpenCV has no other way. Errors of OpenCV are no
/// longer printed: each is an exception that somebody catches.
void set_up_opencv(int threads);

}  // namespace uketsuke::reader::face_engine
