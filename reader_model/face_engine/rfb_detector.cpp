#include "reader_model/face_engine/rfb_detector.h"

#include <opencv2/imgproc.hpp>
#include <utility>

#include "reader_model/face_engine/planes.h"
#include "reader_model/face_engine/suppression.h"

namespace uketsuke::reader::face_engine {

namespace {

constexpr std::size_t kAnchors = 4420;
constexpr float kConfidence = 0.65F;
constexpr float kOverlap = 0.4F;
const cv::Size kInput{320, 240};

}  // namespace

RfbDetector::RfbDetector(std::unique_ptr<Network> network) : network_(std::move(network)) {}

void RfbDetector::find(const cv::Mat& picture, std::vector<FoundFace>& faces) {
  cv::resize(picture, small_, kInput, 0, 0, cv::INTER_LINEAR);
  to_planes(small_, ColourOrder::rgb, {127, 128}, network_->input());
  network_->run();

  const float* score = network_->output(kAnchors * 2).data + 1;
  const float* corner = network_->output(kAnchors * 4).data;
  const auto width = static_cast<float>(picture.cols);
  const auto height = static_cast<float>(picture.rows);
  faces.clear();
  for (std::size_t i = 0; i < kAnchors; ++i, score += 2, corner += 4) {
    if (*score < kConfidence || corner[2] <= corner[0] || corner[3] <= corner[1]) continue;
    faces.push_back({{corner[0] * width, corner[1] * height, (corner[2] - corner[0]) * width,
                      (corner[3] - corner[1]) * height},
                     *score});
  }
  suppress(faces, kOverlap);
}

void RfbDetector::wipe() {
  small_.setTo(0);
  network_->wipe();
}

}  // namespace uketsuke::reader::face_engine
