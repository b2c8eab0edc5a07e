#include "reader_model/face_engine/face_engine.h"

#include <algorithm>
#include <limits>
#include <opencv2/imgproc.hpp>
#include <string>
#include <utility>

#include "reader_model/face_engine/detection/blaze_detector.h"
#include "reader_model/face_engine/detection/rfb_detector.h"
#include "reader_model/face_engine/face_error.h"
#include "reader_model/face_engine/overwrite.h"
#include "reader_model/face_engine/picture_view.h"

namespace uketsuke::reader::face_engine {

namespace {

constexpr std::uint32_t kNeedsLandmarks =
    UKETSUKE_FACE_LANDMARKS | UKETSUKE_FACE_SIMILARITY | UKETSUKE_FACE_TRACK;

std::unique_ptr<FaceDetector> make_detector(std::unique_ptr<Network> network, Detector kind) {
  if (kind == Detector::rfb) return std::make_unique<RfbDetector>(std::move(network));
  return std::make_unique<BlazeDetector>(std::move(network));
}

uketsuke_face_observation observation_of(const FoundFace& face) {
  uketsuke_face_observation observation{};
  observation.x = face.box.x;
  observation.y = face.box.y;
  observation.width = face.box.width;
  observation.height = face.box.height;
  observation.confidence = face.confidence;
  observation.liveness = std::numeric_limits<float>::quiet_NaN();
  observation.similarity = std::numeric_limits<float>::quiet_NaN();
  return observation;
}

void write(const Landmarks& landmarks, uketsuke_face_observation& face) {
  static_assert(std::tuple_size_v<Landmarks> == UKETSUKE_FACE_MAX_LANDMARKS);
  face.landmark_count = UKETSUKE_FACE_MAX_LANDMARKS;
  std::transform(landmarks.begin(), landmarks.end(), face.landmarks, [](const cv::Point2f& point) {
    return uketsuke_face_point{point.x, point.y};
  });
}

}  // namespace

FaceEngine::FaceEngine(const EngineOptions& options) : FaceEngine(open_networks(options), options) {}

FaceEngine::FaceEngine(EngineNetworks networks, const EngineOptions& options)
    : detector_(make_detector(std::move(networks.detector), options.detector)),
      landmark_finder_(std::move(networks.landmark)),
      liveness_scorer_(std::move(networks.liveness)),
      embedder_(std::move(networks.feature)),
      tracker_(options.frames_between_detections) {}

void FaceEngine::enrol(const uketsuke_face_image* photo) {
  overwrite(reference_);
  enrolled_ = false;
  make_template(photo, Kind::photo, reference_);
  enrolled_ = true;
}

void FaceEngine::make_template(const uketsuke_face_image* image, Kind kind, Template& into) {
  holds_something_ = true;
  clock_.reset();
  tracker_.wipe();  // its crop no longer matches the landmark finder's
  const cv::Mat picture = view(image);
  const char* name = kind == Kind::photo ? "card's photo" : "frame";
  kind == Kind::photo ? detect_in_photo(picture) : detect(picture);
  if (found_.empty()) throw FaceError(UKETSUKE_FACE_NO_FACE, std::string("no face in the ") + name);
  if (!embed(picture, find_landmarks(picture, found_.front().box), into)) {
    throw FaceError(UKETSUKE_FACE_NO_FACE, std::string("the face in the ") + name + " has no shape");
  }
}

std::uint32_t FaceEngine::analyse(const uketsuke_face_image* image, std::uint32_t wanted,
                                  uketsuke_face_observation* faces, std::uint32_t capacity) {
  holds_something_ = true;
  clock_.reset();
  const cv::Mat frame = view(image);
  std::optional<Landmarks> landmarks;
  if ((wanted & UKETSUKE_FACE_TRACK) != 0) landmarks = follow(frame);
  if (!landmarks) landmarks = detect_and_start(frame, wanted);

  const auto count = static_cast<std::uint32_t>(std::min<std::size_t>(found_.size(), capacity));
  std::transform(found_.begin(), found_.begin() + count, faces, observation_of);
  if (count == 0) return 0;
  if ((wanted & UKETSUKE_FACE_LANDMARKS) != 0) write(*landmarks, faces[0]);
  if ((wanted & UKETSUKE_FACE_LIVENESS) != 0) {
    faces[0].liveness = clock_.time("liveness", [&] { return liveness_scorer_.score(frame, found_[0].box); });
  }
  if ((wanted & UKETSUKE_FACE_SIMILARITY) != 0 && enrolled_ && embed(frame, *landmarks, probe_)) {
    faces[0].similarity = clock_.time("match", [&] { return similarity(reference_, probe_); });
  }
  return count;
}

void FaceEngine::wipe() {
  if (!holds_something_) return;
  overwrite(reference_);
  overwrite(probe_);
  enrolled_ = false;
  tracker_.wipe();
  aligner_.wipe();
  padded_.setTo(0);
  std::fill_n(found_.data(), found_.size(), FoundFace{});
  found_.clear();
  // These run networks and may fail, so they come last.
  embedder_.wipe();
  landmark_finder_.wipe();
  liveness_scorer_.wipe();
  detector_->wipe();
  holds_something_ = false;
}

void FaceEngine::detect(const cv::Mat& picture) {
  clock_.time("detect", [&] { detector_->find(picture, found_); });
}

void FaceEngine::detect_in_photo(const cv::Mat& photo) {
  detect(photo);
  if (!found_.empty()) return;
  // The detector was not trained on faces that fill the photo: add a margin.
  const int margin = std::max(photo.cols, photo.rows) / 2;
  cv::copyMakeBorder(photo, padded_, margin, margin, margin, margin, cv::BORDER_REPLICATE);
  detect(padded_);
  for (FoundFace& face : found_)
    face.box -= cv::Point2f(static_cast<float>(margin), static_cast<float>(margin));
}

Landmarks FaceEngine::find_landmarks(const cv::Mat& picture, const Box& box) {
  return clock_.time("landmarks", [&] { return landmark_finder_.find(picture, box); });
}

std::optional<Landmarks> FaceEngine::follow(const cv::Mat& frame) {
  const std::optional<Box> box = tracker_.expected(frame.size());
  if (!box) return std::nullopt;
  const Landmarks landmarks = find_landmarks(frame, *box);
  const std::optional<FoundFace> face = tracker_.follow(landmarks, landmark_finder_.crop());
  if (!face) return std::nullopt;
  found_.assign(1, *face);
  return landmarks;
}

std::optional<Landmarks> FaceEngine::detect_and_start(const cv::Mat& frame, std::uint32_t wanted) {
  detect(frame);
  if (found_.empty() || (wanted & kNeedsLandmarks) == 0) {
    tracker_.wipe();
    return std::nullopt;
  }
  const Landmarks landmarks = find_landmarks(frame, found_[0].box);
  tracker_.start(found_[0], landmarks, landmark_finder_.crop(), frame.size());
  return landmarks;
}

bool FaceEngine::embed(const cv::Mat& picture, const Landmarks& landmarks, Template& into) {
  const cv::Mat* chip = clock_.time("align", [&] { return aligner_.align(picture, landmarks); });
  if (chip == nullptr) return false;
  clock_.time("embed", [&] { embedder_.embed(*chip, into); });
  return true;
}

}  // namespace uketsuke::reader::face_engine
