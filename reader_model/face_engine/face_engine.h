#pragma once

#include <memory>
#include <opencv2/core/mat.hpp>
#include <optional>
#include <vector>

#include "reader_model/face_engine/aligner.h"
#include "reader_model/face_engine/detection/face_detector.h"
#include "reader_model/face_engine/detection/face_tracker.h"
#include "reader_model/face_engine/detection/landmark_finder.h"
#include "reader_model/face_engine/embedder.h"
#include "reader_model/face_engine/engine_options.h"
#include "reader_model/face_engine/liveness_scorer.h"
#include "reader_model/face_engine/networks/engine_networks.h"
#include "reader_model/face_engine/stage_clock.h"
#include "reader_model/face_match/plugin/uketsuke_face_plugin.h"

namespace uketsuke::reader::face_engine {

/// The stages put together: what uketsuke_face_plugin.h asks of a plug-in. Measures; decides nothing.
///
/// After the first frame of a size nothing but what OpenCV and ONNX Runtime do inside allocates memory.
class FaceEngine {
 public:
  /// Loads the models and runs each once. @throws FaceError (NO_MODEL)
  explicit FaceEngine(const EngineOptions& options);

  /// With networks of one's own. @param networks all four; the detector's shape is that of `options.detector`
  FaceEngine(EngineNetworks networks, const EngineOptions& options);

  /// Keeps the template of the largest face of the card's photo, in the place of any other; on an error there
  /// is none. @throws FaceError (BAD_IMAGE, NO_FACE, FAILED)
  void enrol(const uketsuke_face_image* photo);

  /// Looks at a frame. @param wanted bits as in uketsuke_face_plugin.h @param faces room for `capacity` of
  /// them
  /// @returns how many were written, the largest first; in a tracked frame one
  /// @throws FaceError (BAD_IMAGE, FAILED)
  std::uint32_t analyse(const uketsuke_face_image* frame, std::uint32_t wanted,
                        uketsuke_face_observation* faces, std::uint32_t capacity);

  enum class Kind { photo, frame };

  /// The template of the largest face, as enrol() makes it of a photo and analyse() of a frame. Forgets the
  /// track, keeps the photo. @throws FaceError (BAD_IMAGE, NO_FACE, FAILED)
  void make_template(const uketsuke_face_image* picture, Kind kind, Template& into);

  /// Overwrites photo, template, frames and track, also in the buffers of the networks. Where nothing came in
  /// since the last time there is nothing to overwrite, which costs nothing.
  void wipe();

  /// Of the last enrol or analyse.
  const StageClock& stages() const { return clock_; }

 private:
  void detect(const cv::Mat& picture);
  void detect_in_photo(const cv::Mat& photo);
  Landmarks find_landmarks(const cv::Mat& picture, const Box& box);
  /// @returns the landmarks of the one face in found_; nothing where it has to be detected
  std::optional<Landmarks> follow(const cv::Mat& frame);
  /// @returns the landmarks of the first of found_, and follows it from now on; nothing where they are not
  /// needed
  std::optional<Landmarks> detect_and_start(const cv::Mat& frame, std::uint32_t wanted);
  bool embed(const cv::Mat& picture, const Landmarks& landmarks, Template& into);

  std::unique_ptr<FaceDetector> detector_;
  LandmarkFinder landmark_finder_;
  LivenessScorer liveness_scorer_;
  Embedder embedder_;
  Aligner aligner_;
  FaceTracker tracker_;

  std::vector<FoundFace> found_;
  cv::Mat padded_;
  bool enrolled_ = false;
  bool holds_something_ = false;  ///< since the last wipe
  Template reference_{};          ///< of the card's photo
  Template probe_{};              ///< of the last frame
  StageClock clock_;
};

}  // namespace uketsuke::reader::face_engine
