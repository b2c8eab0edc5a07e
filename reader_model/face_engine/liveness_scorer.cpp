#include "reader_model/face_engine/liveness_scorer.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "reader_model/face_engine/networks/planes.h"

namespace uketsuke::reader::face_engine {

namespace {

const cv::Size kFaceInput{128, 128};
constexpr float kContext = 2.7F;  // multiple of the box used in training

}  // namespace

LivenessScorer::LivenessScorer(std::unique_ptr<Network> network) : network_(std::move(network)) {}

float LivenessScorer::score(const cv::Mat& picture, const Box& box) {
  cv::resize(picture(inside(box, kContext, picture.size())), small_, kFaceInput, 0, 0, cv::INTER_LINEAR);
  to_planes(small_, ColourOrder::bgr, {0, 1}, network_->input());
  network_->run();

  const float* logit = network_->output(3).data;
  const float largest = std::max({logit[0], logit[1], logit[2]});  // avoids overflow of the exponentials
  const float live = std::exp(logit[0] - largest);
  return live / (live + std::exp(logit[1] - largest) + std::exp(logit[2] - largest));
}

void LivenessScorer::wipe() {
  small_.setTo(0);
  network_->wipe();
}

}  // namespace uketsuke::reader::face_engine
