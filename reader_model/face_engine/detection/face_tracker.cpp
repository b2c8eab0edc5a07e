#include "reader_model/face_engine/detection/face_tracker.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "reader_model/face_engine/detection/suppression.h"

namespace uketsuke::reader::face_engine {

namespace {

constexpr float kLikeness = 0.7F;  // correlation of two crops: 0.9 and more while a face is followed
constexpr float kSameFace = 0.5F;  // overlap of two boxes: at 20 frames per second, 0.8 in a quick turn

Box bounds(const Landmarks& landmarks) {
  const auto [left, right] = std::minmax_element(landmarks.begin(), landmarks.end(),
                                                 [](const auto& a, const auto& b) { return a.x < b.x; });
  const auto [top, bottom] = std::minmax_element(landmarks.begin(), landmarks.end(),
                                                 [](const auto& a, const auto& b) { return a.y < b.y; });
  return {left->x, top->y, right->x - left->x, bottom->y - top->y};
}

}  // namespace

FaceTracker::FaceTracker(int frames_between) : frames_between_(frames_between) {}

std::optional<Box> FaceTracker::expected(cv::Size frame) const {
  if (left_ == 0 || frame != frame_) return std::nullopt;
  return face_.box;
}

void FaceTracker::start(const FoundFace& face, const Landmarks& landmarks, const cv::Mat& crop,
                        cv::Size frame) {
  const Box tight = bounds(landmarks);
  if (tight.width <= 0 || tight.height <= 0) return wipe();
  left_ = frames_between_ - 1;
  frame_ = frame;
  face_ = face;
  margin_ = {(face.box.x - tight.x) / tight.width, (face.box.y - tight.y) / tight.height,
             face.box.width / tight.width, face.box.height / tight.height};
  patch_ = patch_of(crop);
}

std::optional<FoundFace> FaceTracker::follow(const Landmarks& landmarks, const cv::Mat& crop) {
  const Patch patch = patch_of(crop);
  const float likeness = std::inner_product(patch.begin(), patch.end(), patch_.begin(), 0.0F);
  const Box box = box_of(landmarks);
  // Written so that NaN, from points at extreme positions, also counts as a loss.
  const bool kept = likeness >= kLikeness && overlap(box, face_.box) >= kSameFace;
  if (!kept) {
    wipe();
    return std::nullopt;
  }
  --left_;
  patch_ = patch;
  face_.box = box;
  return FoundFace{box, face_.confidence * std::min(likeness, 1.0F)};
}

void FaceTracker::wipe() {
  left_ = 0;
  frame_ = {};
  face_ = {};
  margin_ = {};
  patch_.fill(0);
}

Box FaceTracker::box_of(const Landmarks& landmarks) const {
  const Box tight = bounds(landmarks);
  return {tight.x + margin_.x * tight.width, tight.y + margin_.y * tight.height, margin_.width * tight.width,
          margin_.height * tight.height};
}

FaceTracker::Patch FaceTracker::patch_of(const cv::Mat& crop) {
  Patch patch{};
  for (int y = 0; y < 64; ++y) {
    const std::uint8_t* row = crop.ptr<std::uint8_t>(y);
    for (int x = 0; x < 64; ++x) patch[static_cast<std::size_t>(y / 4 * 16 + x / 4)] += row[x];
  }
  const float mean = std::accumulate(patch.begin(), patch.end(), 0.0F) / static_cast<float>(patch.size());
  for (float& value : patch) value -= mean;
  const float length = std::sqrt(std::inner_product(patch.begin(), patch.end(), patch.begin(), 0.0F));
  if (length > 0) {
    for (float& value : patch) value /= length;
  }
  return patch;
}

}  // namespace uketsuke::reader::face_engine
