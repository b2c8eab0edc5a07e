#include "reader_model/face_match/plugin/plugin_matcher.h"

#include <fmt/format.h>
#include <string.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/error.h"
#include "reader_model/face_match/photo.h"

namespace uketsuke::reader {

namespace {

using record::FaceResult;

constexpr std::size_t kFullLandmarks = UKETSUKE_FACE_MAX_LANDMARKS;

void forget(camera::Image& picture) {
  if (picture.pixels.empty()) return;  // no valid address
  explicit_bzero(picture.pixels.data(), picture.pixels.size());
  picture.pixels.clear();
}

/// Stages to charge for a plug-in that does not name its own.
std::vector<std::string> stages_of(std::uint32_t wanted) {
  std::vector<std::string> stages;
  if ((wanted & UKETSUKE_FACE_TRACK) == 0) stages.emplace_back("detect");
  if ((wanted & UKETSUKE_FACE_LANDMARKS) != 0) stages.emplace_back("landmarks");
  if ((wanted & UKETSUKE_FACE_LIVENESS) != 0) stages.emplace_back("liveness");
  if ((wanted & UKETSUKE_FACE_SIMILARITY) != 0) stages.insert(stages.end(), {"align", "embed", "match"});
  return stages;
}

/// Whether the only closed gates are those that close while a head turns, as requested; the landmarks of such
/// a frame are still usable.
bool turned_only(const std::optional<Guidance>& shut) {
  return !shut || *shut == Guidance::look_straight || *shut == Guidance::level_head ||
         *shut == Guidance::open_eyes;
}

}  // namespace

PluginMatcher::PluginMatcher(const FacePlugin& plugin, std::unique_ptr<FaceInstance> instance,
                             FacePolicy policy, LatencyProfile latency)
    : library_(plugin.library()),
      instance_(std::move(instance)),
      policy_(std::move(policy)),
      latency_(std::move(latency)),
      guidance_(policy_.capture.guidance_frames),
      parallax_(policy_.parallax) {}

PluginMatcher::~PluginMatcher() { begin_anew(); }

EnrolResult PluginMatcher::enrol(const Bytes& photo) {
  EnrolResult result;
  enrolled_ = false;
  begin_anew();
  guidance_.reset();
  camera::Image grey;
  try {
    grey = decode_photo(photo);
  } catch (const PhotoError& error) {
    result.status = EnrolStatus::unusable;
    result.text = error.what();
    result.took = latency_.decode_photo;
    return result;
  }
  const PhotoAnswer answer = instance_->enrol(grey);
  forget(grey);
  result.took = latency_.decode_photo + latency_.of(stages_done({"detect", "landmarks", "align", "embed"}));
  result.text = answer.text;
  switch (answer.verdict) {
    case PhotoVerdict::enrolled:
      enrolled_ = true;
      break;
    case PhotoVerdict::no_face:
      result.status = EnrolStatus::no_face;
      break;
    case PhotoVerdict::bad_image:
      result.status = EnrolStatus::unusable;
      break;
  }
  return result;
}

FaceJudgement PluginMatcher::judge(const camera::Frame& frame) {
  if (frame.image == nullptr) {
    throw SystemError(fmt::format(
        "frame {} has no picture; a face plug-in needs a camera that delivers pictures", frame.number));
  }
  if (!enrolled_) throw SystemError("no photo is enrolled; there is nothing to compare a frame with");
  FaceJudgement judgement;
  const int frozen_frames = policy_.capture.frozen_frames;
  if (frozen_frames > 0) {
    judgement.took += latency_.compare_pictures;
    const int equal = repeated_.look(*frame.image);
    judgement.frozen = equal >= frozen_frames;
    if (judgement.frozen) {
      begin_anew();
      guidance_.reset();
    }
    if (equal > 1) {  // contains no new information
      if (!judgement.frozen) judgement.guidance = guidance_.shown();
      return judgement;
    }
  }
  const std::optional<Guidance> wanted = look(frame, judgement);
  if (judgement.result == FaceResult::no_face) {
    judgement.guidance = guidance_.next(wanted);
  } else {
    judgement.guidance = wanted;
    begin_anew();
    guidance_.reset();
  }
  return judgement;
}

std::optional<Guidance> PluginMatcher::look(const camera::Frame& frame, FaceJudgement& judgement) {
  // The landmarks of a tracked box drift, and the drift looks like depth: a frame that may become a view is
  // detected.
  const bool for_depth = may_become_view(frame.number);
  const bool track = track_ && !for_depth;
  const std::uint32_t wanted = UKETSUKE_FACE_LANDMARKS | (track ? std::uint32_t{UKETSUKE_FACE_TRACK} : 0U);
  const auto faces =
      sure_faces(analyse(*frame.image, frame.number, frame.exposed, wanted, judgement.took), policy_.gates);
  if (const auto shut = person_gate(faces, policy_.gates)) {
    track_ = false;
    steady_ = 0;
    forget_probe();
    // After an absence, it may be another person; beside a second face, it is unclear which face is the
    // patient's.
    if (*shut == Guidance::one_person || ++lost_ >= policy_.capture.lost_frames) begin_anew();
    return shut;
  }
  lost_ = 0;
  track_ = true;
  require_landmarks(faces[0]);
  return follow(frame, faces[0], for_depth, judgement);
}

bool PluginMatcher::may_become_view(std::int64_t frame) const {
  return !depth_is_settled() && turned_only(shut_) && still_ >= policy_.parallax.settle_frames &&
         parallax_.wants(frame);
}

std::optional<Guidance> PluginMatcher::follow(const camera::Frame& frame, const FaceObservation& face,
                                              bool for_depth, FaceJudgement& judgement) {
  const FaceMeasures measures = measure_face(*frame.image, face);
  judgement.took += latency_.gates;
  const float moved = last_ ? motion(*last_, measures) : 0;
  if (moved >= policy_.capture.jump_at_least) begin_anew();
  last_ = measures;
  track_ = true;

  FaceEvidence evidence;
  evidence.frame = frame.number;
  evidence.box = face.box;
  evidence.landmarks = face.landmarks;
  evidence.confidence = face.confidence;
  evidence.eyes_apart = measures.eyes_apart;
  evidence.pose = measures.pose;
  evidence.quality = measures.quality;
  evidence.similarity_at_least = policy_.similarity_at_least();
  evidence.liveness_at_least = policy_.liveness_at_least;
  judgement.evidence = evidence;

  const std::optional<Guidance> shut = shut_ = shut_gate(measures, policy_.gates);
  const bool still = moved <= policy_.gates.motion_at_most;
  still_ = still ? still_ + 1 : 0;
  // Landmarks of an approaching face lag behind, and then even a flat picture seems to have depth.
  if (for_depth && turned_only(shut) && still_ > policy_.parallax.settle_frames &&
      measures.quality.sharpness >= policy_.gates.sharpness_at_least) {
    look_for_depth(frame, face, judgement);
    if (judgement.result != FaceResult::no_face) return std::nullopt;
  }
  votes_.expire(policy_, frame.number);
  if (votes_.good()) return wait_for_depth(shut, judgement);

  if (shut || !still) {
    steady_ = 0;
    forget_probe();
    return shut ? shut : Guidance::hold_still;
  }
  keep_best(frame, measures.quality.sharpness);
  if (++steady_ < policy_.capture.steady_frames) return std::nullopt;
  steady_ = 0;
  return vote(judgement);
}

void PluginMatcher::look_for_depth(const camera::Frame& frame, const FaceObservation& face,
                                   FaceJudgement& judgement) {
  judgement.took += latency_.parallax;
  const Depth depth = parallax_.look({frame.number, face.landmarks, judgement.evidence->pose.yaw});
  judgement.evidence->parallax = parallax_.evidence();
  if (depth == Depth::head) {
    depth_ = Depth::head;
    depth_evidence_ = parallax_.evidence();
  } else if (depth == Depth::flat && depth_ != Depth::head) {
    judgement.result = FaceResult::not_live;
  }
}

std::optional<Guidance> PluginMatcher::wait_for_depth(std::optional<Guidance> shut,
                                                      FaceJudgement& judgement) {
  put_vote(*votes_.good(), judgement);
  if (depth_is_settled()) {
    judgement.evidence->parallax = depth_evidence_;
    judgement.result = FaceResult::match;
    return std::nullopt;
  }
  return turned_only(shut) ? Guidance::turn_head : shut;
}

std::optional<Guidance> PluginMatcher::vote(FaceJudgement& judgement) {
  // Without tracking, so that a second face is noticed, and the box has not drifted.
  const std::uint32_t wanted = UKETSUKE_FACE_LANDMARKS | UKETSUKE_FACE_SIMILARITY |
                               (policy_.liveness_required ? std::uint32_t{UKETSUKE_FACE_LIVENESS} : 0U);
  const auto faces =
      sure_faces(analyse(best_.picture, best_.number, best_.exposed, wanted, judgement.took), policy_.gates);
  const std::int64_t number = best_.number;
  forget_probe();
  if (const auto shut = person_gate(faces, policy_.gates)) {
    begin_anew();
    return shut;
  }
  const FaceObservation& face = faces[0];
  if (!face.similarity) {
    throw PluginError(PluginProblem::not_given, library_,
                      "analyse gave no similarity for a face although it was wanted and a photo is enrolled");
  }
  if (policy_.liveness_required && !face.liveness) {
    throw PluginError(
        PluginProblem::not_given, library_,
        "analyse gave no liveness although it was wanted; where the plug-in cannot measure it set "
        "liveness.required to false in the policy");
  }
  votes_.add(policy_, number, *face.similarity, face.liveness);
  put_vote(*votes_.last(), judgement);
  if (const auto refusal = votes_.refusal(policy_)) {
    judgement.result = *refusal;
    return *refusal == FaceResult::no_match ? std::optional(Guidance::uncover_face) : std::nullopt;
  }
  if (votes_.good()) return wait_for_depth(std::nullopt, judgement);
  return votes_.last()->alive ? std::optional(Guidance::uncover_face) : std::nullopt;
}

void PluginMatcher::put_vote(const Vote& vote, FaceJudgement& judgement) const {
  judgement.evidence->compared = vote.frame;
  judgement.evidence->similarity = vote.similarity;
  judgement.evidence->liveness = vote.liveness;
}

std::vector<FaceObservation> PluginMatcher::analyse(const camera::Image& picture, std::int64_t number,
                                                    Duration exposed, std::uint32_t wanted, Duration& took) {
  looked_ = true;
  const auto exposed_us = std::chrono::duration_cast<std::chrono::microseconds>(exposed).count();
  auto faces = instance_->analyse(picture, number, exposed_us, wanted);
  took += latency_.of(stages_done(stages_of(wanted)));
  return faces;
}

std::vector<std::string> PluginMatcher::stages_done(const std::vector<std::string>& expected) {
  std::vector<std::string> names;
  for (const StageTime& stage : instance_->stages()) names.push_back(stage.name);
  return names.empty() ? expected : names;
}

void PluginMatcher::require_landmarks(const FaceObservation& face) const {
  if (face.landmarks.empty()) {
    throw PluginError(
        PluginProblem::not_given, library_,
        "analyse gave no landmarks although they were wanted; 5 or 68 are needed to guide the patient");
  }
  if (policy_.parallax.required && face.landmarks.size() != kFullLandmarks) {
    throw PluginError(
        PluginProblem::not_given, library_,
        fmt::format("analyse gave {} landmarks and the parallax test needs 68; where the plug-in cannot "
                    "give them set parallax.required to false in the policy",
                    face.landmarks.size()));
  }
}

void PluginMatcher::keep_best(const camera::Frame& frame, float sharpness) {
  if (sharpness <= best_.sharpness) return;
  best_.picture = *frame.image;
  best_.number = frame.number;
  best_.exposed = frame.exposed;
  best_.sharpness = sharpness;
}

void PluginMatcher::forget_probe() {
  forget(best_.picture);
  best_.sharpness = -1;
}

void PluginMatcher::begin_anew() {
  forget_probe();
  parallax_.wipe();
  depth_ = Depth::unknown;
  depth_evidence_.reset();
  votes_.clear();
  last_.reset();
  steady_ = 0;
  still_ = 0;
  lost_ = 0;
  shut_.reset();
  track_ = false;
}

void PluginMatcher::wipe() {
  wiped_ = {enrolled_, looked_, parallax_.holds_views()};
  begin_anew();
  guidance_.reset();
  repeated_.reset();
  instance_->wipe();
  enrolled_ = false;
  looked_ = false;
}

}  // namespace uketsuke::reader
