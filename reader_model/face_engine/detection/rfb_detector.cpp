#include "reader_model/face_engine/detection/rfb_detector.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "reader_model/face_engine/detection/suppression.h"
#include "reader_model/face_engine/networks/planes.h"

namespace uketsuke::reader::face_engine {

namespace {

constexpr std::size_t kAnchors = 4420;
constexpr float kConfidence = 0.65F;
const float kLogit = std::log(kConfidence / (1 - kConfidence));
constexpr float kOverlap = 0.4F;
const cv::Size kInput{320, 240};

/// Divisors of the network's offsets in training (the published program's "variances").
constexpr float kMiddle = 0.1F, kSize = 0.2F;
// e^5 = 148 anchor widths: a larger box is not a face, and a much larger one not finite.
constexpr float kLargest = 5;

float grown(float size, float offset) { return size * std::exp(std::min(kSize * offset, kLargest)); }

Box decode(const RfbAnchor& anchor, const float* offset, cv::Size picture) {
  const auto across = static_cast<float>(picture.width), down = static_cast<float>(picture.height);
  const float width = grown(anchor.width, offset[2]), height = grown(anchor.height, offset[3]);
  const float x = anchor.x + kMiddle * offset[0] * anchor.width;
  const float y = anchor.y + kMiddle * offset[1] * anchor.height;
  return {(x - width / 2) * across, (y - height / 2) * down, width * across, height * down};
}

}  // namespace

RfbDetector::RfbDetector(std::unique_ptr<Network> network)
    : network_(std::move(network)), anchors_(rfb_anchors()) {}

void RfbDetector::find(const cv::Mat& picture, std::vector<FoundFace>& faces) {
  cv::resize(picture, small_, kInput, 0, 0, cv::INTER_LINEAR);
  to_planes(small_, ColourOrder::rgb, {127, 128}, network_->input());
  network_->run();

  const float* logits = network_->output(kAnchors * 2).data;
  const float* offset = network_->output(kAnchors * 4).data;
  faces.clear();
  for (std::size_t i = 0; i < kAnchors; ++i, logits += 2, offset += 4) {
    const float logit = logits[1] - logits[0];  // of a face against the background
    if (logit < kLogit) continue;
    faces.push_back({decode(anchors_[i], offset, picture.size()), 1 / (1 + std::exp(-logit))});
  }
  suppress(faces, kOverlap);
}

void RfbDetector::wipe() {
  small_.setTo(0);
  network_->wipe();
}

}  // namespace uketsuke::reader::face_engine
