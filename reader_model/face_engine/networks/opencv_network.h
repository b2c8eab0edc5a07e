#pragma once

#include <opencv2/core/mat.hpp>
#include <opencv2/dnn/dnn.hpp>

#include "reader_model/face_engine/networks/network.h"

namespace uketsuke::reader::face_engine {

/// A network run by OpenCV's cv::dnn on the CPU.
class OpenCvNetwork : public Network {
 public:
  /// @throws FaceError (NO_MODEL) if the file is missing, truncated, or another model
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

/// Sets OpenCV's number of threads for the whole process; OpenCV has no other way. Stops OpenCV from printing
/// errors: each is an exception that is handled.
void set_up_opencv(int threads);

}  // namespace uketsuke::reader::face_engine
