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

/// Combines the stages into what uketsuke_face_plugin.h requires of a plug-in. Measures; decides nothing.
///
/// After the first frame of a size, memory is only allocated inside OpenCV and ONNX Runtime.
class FaceEngine {
 public:
  /// Loads the models and runs each one once. @throws FaceError (NO_MODEL)
  explicit FaceEngine(const EngineOptions& options);

  /// Uses the caller's networks. @param networks all four; the detector's shape must be that of
  /// `options.detector`
  FaceEngine(EngineNetworks networks, const EngineOptions& options);

  /// Stores the template of the largest face in the card's photo, replacing any other; after an error none is
  /// stored. @throws FaceError (BAD_IMAGE, NO_FACE, FAILED)
  void enrol(const uketsuke_face_image* photo);

  /// Analyses a frame. @param wanted bits as in uketsuke_face_plugin.h @param faces has room for `capacity`
  /// faces
  /// @returns the number of faces written, the largest first; in a tracked frame one
  /// @throws FaceError (BAD_IMAGE, FAILED)
  std::uint32_t analyse(const uketsuke_face_image* frame, std::uint32_t wanted,
                        uketsuke_face_observation* faces, std::uint32_t capacity);

  enum class Kind { photo, frame };

  /// The template of the largest face, as enrol() computes it for a photo and analyse() for a frame. Ends the
  /// track, keeps the photo. @throws FaceError (BAD_IMAGE, NO_FACE, FAILED)
  void make_template(const uketsuke_face_image* picture, Kind kind, Template& into);

  /// Overwrites photo, template, frames and track, including the networks' buffers. Without input since the
  /// last wipe, there is nothing to overwrite, and the call is free.
  void wipe();

  /// Stage times of the last enrol or analyse.
  const StageClock& stages() const { return clock_; }

 private:
  void detect(const cv::Mat& picture);
  void detect_in_photo(const cv::Mat& photo);
  Landmarks find_landmarks(const cv::Mat& picture, const Box& box);
  /// @returns the landmarks of the one face in found_; empty if it has to be detected
  std::optional<Landmarks> follow(const cv::Mat& frame);
  /// @returns the landmarks of the first face of found_, which is followed from now on; empty if they are not
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
  bool holds_something_ = false;  ///< there was input since the last wipe
  Template reference_{};          ///< template of the card's photo
  Template probe_{};              ///< template of the last frame
  StageClock clock_;
};

}  // namespace uketsuke::reader::face_engine
