#include "reader_model/face_engine/networks/opencv_network.h"

#include <opencv2/core/utility.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <utility>

#include "reader_model/face_engine/face_error.h"
#include "reader_model/face_engine/networks/model_file.h"

namespace uketsuke::reader::face_engine {

void set_up_opencv(int threads) {
  cv::setNumThreads(threads);
  cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
  cv::redirectError([](int, const char*, const char*, const char*, int, void*) { return 0; });
}

OpenCvNetwork::OpenCvNetwork(const std::filesystem::path& file, NetworkShape network_shape)
    : Network(std::move(network_shape)) {
  const std::vector<char> model = read_model(file);
  try {
    net_ = cv::dnn::readNetFromONNX(model.data(), model.size());
    net_.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    net_.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
    names_ = net_.getUnconnectedOutLayersNames();
    input_.create(shape().input, CV_32F);
    prove(file);
  } catch (const cv::Exception& error) {
    throw FaceError(UKETSUKE_FACE_NO_MODEL, file.string() + ": OpenCV cannot use it: " + error.err);
  }
}

void OpenCvNetwork::forward() {
  net_.setInput(input_);
  net_.forward(results_, names_);
}

}  // namespace uketsuke::reader::face_engine
