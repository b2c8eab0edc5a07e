#include "reader_model/face_engine/detection/landmark_finder.h"

#include <opencv2/imgproc.hpp>
#include <utility>

#include "reader_model/face_engine/networks/planes.h"

namespace uketsuke::reader::face_engine {

namespace {

const cv::Size kInput{64, 64};

}  // namespace

LandmarkFinder::LandmarkFinder(std::unique_ptr<Network> network) : network_(std::move(network)) {
  grey_ = cv::Mat::zeros(kInput, CV_8UC1);
}

Landmarks LandmarkFinder::find(const cv::Mat& picture, const Box& box) {
  const cv::Rect crop = inside(box, 1.0F, picture.size());
  if (picture.channels() == 1) {
    cv::resize(picture(crop), grey_, kInput, 0, 0, cv::INTER_LINEAR);
  } else {
    cv::resize(picture(crop), small_, kInput, 0, 0, cv::INTER_LINEAR);
    cv::cvtColor(small_, grey_, cv::COLOR_RGB2GRAY);
  }
  cv::Mat input(kInput, CV_32F, network_->input());
  grey_.convertTo(input, CV_32F, 1.0 / 256);
  network_->run();

  const Values found = network_->output(136);
  Landmarks landmarks;
  for (std::size_t i = 0; i < landmarks.size(); ++i) {
    landmarks[i] = {static_cast<float>(crop.x) + found.data[2 * i] * static_cast<float>(crop.width),
                    static_cast<float>(crop.y) + found.data[2 * i + 1] * static_cast<float>(crop.height)};
  }
  return landmarks;
}

void LandmarkFinder::wipe() {
  small_.setTo(0);
  grey_.setTo(0);
  network_->wipe();
}

}  // namespace uketsuke::reader::face_engine
