#include "reader_model/face_engine/aligner.h"

#include <opencv2/imgproc.hpp>

namespace uketsuke::reader::face_engine {

namespace {

const cv::Size kChip{112, 112};

cv::Point2f mean(const FivePoints& points) {
  cv::Point2f sum;
  for (const cv::Point2f& point : points) sum += point;
  return sum / static_cast<float>(points.size());
}

FivePoints arc_face() {
  FivePoints points;
  for (std::size_t i = 0; i < points.size(); ++i) points[i] = {kArcFacePoints[i][0], kArcFacePoints[i][1]};
  return points;
}

}  // namespace

FivePoints five_points(const Landmarks& p) {
  return {(p[37] + p[38] + p[40] + p[41]) / 4.0F, (p[43] + p[44] + p[46] + p[47]) / 4.0F, p[30],
          (p[48] + p[60]) / 2.0F, (p[54] + p[64]) / 2.0F};
}

std::optional<cv::Matx23f> similarity_transform(const FivePoints& from, const FivePoints& to) {
  const cv::Point2f from_middle = mean(from);
  const cv::Point2f to_middle = mean(to);
  double along = 0;
  double across = 0;
  double spread = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const cv::Point2d f = from[i] - from_middle;
    const cv::Point2d t = to[i] - to_middle;
    along += f.dot(t);
    across += f.cross(t);
    spread += f.dot(f);
  }
  if (spread < 1e-6) return std::nullopt;
  const auto a = static_cast<float>(along / spread);
  const auto b = static_cast<float>(across / spread);
  return cv::Matx23f(a, -b, to_middle.x - a * from_middle.x + b * from_middle.y,  //
                     b, a, to_middle.y - b * from_middle.x - a * from_middle.y);
}

const cv::Mat* Aligner::align(const cv::Mat& picture, const Landmarks& landmarks) {
  static const FivePoints kTemplate = arc_face();
  const auto transform = similarity_transform(five_points(landmarks), kTemplate);
  if (!transform) return nullptr;
  cv::warpAffine(picture, chip_, *transform, kChip, cv::INTER_LINEAR, cv::BORDER_CONSTANT);
  return &chip_;
}

void Aligner::wipe() { chip_.setTo(0); }

}  // namespace uketsuke::reader::face_engine
