#include "reader_model/face_engine/detection/blaze_detector.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "reader_model/face_engine/detection/suppression.h"
#include "reader_model/face_engine/networks/planes.h"

namespace uketsuke::reader::face_engine {

namespace {

constexpr int kSide = 128;
constexpr std::size_t kNumbers = 16;  // values per anchor: box, then six key points
constexpr float kConfidence = 0.5F;
constexpr float kOverlap = 0.3F;

struct Grid {
  int side;
  int anchors;  // per grid position
};
constexpr Grid kGrids[] = {{16, 2}, {8, 6}};

/// Position of the picture in the square input.
struct Letterbox {
  float scale;
  int width, height, left, top;

  explicit Letterbox(cv::Size picture)
      : scale(static_cast<float>(kSide) / static_cast<float>(std::max(picture.width, picture.height))),
        width(std::max(1, cvRound(static_cast<float>(picture.width) * scale))),
        height(std::max(1, cvRound(static_cast<float>(picture.height) * scale))),
        left((kSide - width) / 2),
        top((kSide - height) / 2) {}
};

/// Converts a square box from brow to chin to the proportions of RFB-320's boxes, from hairline to chin: the
/// mean of 45 pairs of boxes of rendered heads, whose sides differ by a tenth.
Box as_rfb(const Box& box) {
  return {box.x + 0.07F * box.width, box.y - 0.20F * box.height, 0.86F * box.width, 1.22F * box.height};
}

}  // namespace

BlazeDetector::BlazeDetector(std::unique_ptr<Network> network) : network_(std::move(network)) {}

void BlazeDetector::find(const cv::Mat& picture, std::vector<FoundFace>& faces) {
  const Letterbox letterbox(picture.size());
  square_.create(kSide, kSide, picture.type());
  square_.setTo(0);
  cv::Mat middle = square_(cv::Rect(letterbox.left, letterbox.top, letterbox.width, letterbox.height));
  cv::resize(picture, middle, middle.size(), 0, 0, cv::INTER_LINEAR);
  to_triples(square_, {127.5F, 127.5F}, network_->input());
  network_->run();

  faces.clear();
  for (const Grid& grid : kGrids) {
    const auto count = static_cast<std::size_t>(grid.side * grid.side * grid.anchors);
    const float* logit = network_->output(count).data;
    const float* number = network_->output(count * kNumbers).data;
    const float step = static_cast<float>(kSide) / static_cast<float>(grid.side);
    for (std::size_t i = 0; i < count; ++i, number += kNumbers) {
      const float confidence = 1 / (1 + std::exp(-logit[i]));
      if (confidence < kConfidence || number[2] <= 0 || number[3] <= 0) continue;
      const int place = static_cast<int>(i) / grid.anchors;
      const float x = (static_cast<float>(place % grid.side) + 0.5F) * step + number[0];
      const float y = (static_cast<float>(place / grid.side) + 0.5F) * step + number[1];
      const Box box((x - number[2] / 2 - static_cast<float>(letterbox.left)) / letterbox.scale,
                    (y - number[3] / 2 - static_cast<float>(letterbox.top)) / letterbox.scale,
                    number[2] / letterbox.scale, number[3] / letterbox.scale);
      faces.push_back({as_rfb(box), confidence});
    }
  }
  suppress(faces, kOverlap);
}

void BlazeDetector::wipe() {
  square_.setTo(0);
  network_->wipe();
}

}  // namespace uketsuke::reader::face_engine
