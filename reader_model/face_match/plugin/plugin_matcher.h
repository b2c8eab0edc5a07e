#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "reader_model/face_match/face_matcher.h"
#include "reader_model/face_match/parallax.h"
#include "reader_model/face_match/plugin/face_plugin.h"
#include "reader_model/face_match/policy/capture_gates.h"
#include "reader_model/face_match/policy/face_policy.h"
#include "reader_model/face_match/policy/latency_profile.h"
#include "reader_model/face_match/repeated_picture.h"
#include "reader_model/face_match/vote.h"

namespace uketsuke::reader {

/// Judges pixels: a plug-in measures, this class decides.
///
/// Each frame is tracked with landmarks and has to pass the gates of the policy. When several frames in a row
/// have passed, the best of them is compared with the card's photo and scored for liveness; that is a vote. A
/// match needs a vote that is alike and alive, and two views that differ as only those of a head do. Frames
/// before that give `no_face` and, after a while, a guidance. docs/face-policy.md describes the whole.
class PluginMatcher : public FaceMatcher {
 public:
  PluginMatcher(const FacePlugin& plugin, std::unique_ptr<FaceInstance> instance, FacePolicy policy,
                LatencyProfile latency);
  ~PluginMatcher() override;

  /// @throws PluginError
  EnrolResult enrol(const Bytes& photo) override;

  /// @throws PluginError, also `not_given` if the plug-in lacks what the policy requires
  /// @throws SystemError for a frame without a picture, or before a photo is enrolled
  FaceJudgement judge(const camera::Frame& frame) override;

  void wipe() override;
  HeldFaceData wiped() const override { return wiped_; }

 private:
  std::string library_;
  std::unique_ptr<FaceInstance> instance_;
  FacePolicy policy_;
  LatencyProfile latency_;

  bool enrolled_ = false;
  bool looked_ = false;  // a frame was seen since the last wipe: the plug-in may have kept it
  RepeatedPicture repeated_;
  SteadyGuidance guidance_;
  HeldFaceData wiped_;

  // ---- state about the person before the camera ----
  ParallaxTest parallax_;
  Depth depth_ = Depth::unknown;
  std::optional<ParallaxEvidence> depth_evidence_;
  VoteBox votes_;
  std::optional<FaceMeasures> last_;
  std::optional<Guidance> shut_;  // the gate that the last frame closed
  int steady_ = 0;                // number of frames in a row with every gate open
  int still_ = 0;                 // number of frames in a row without motion
  int lost_ = 0;                  // number of frames in a row without the face
  bool track_ = false;

  /// The best frame of those that passed, as a copy that can be overwritten.
  struct Best {
    camera::Image picture;
    std::int64_t number = 0;
    Duration exposed{};
    float sharpness = -1;
  };
  Best best_;

  std::vector<FaceObservation> analyse(const camera::Image& picture, std::int64_t number, Duration exposed,
                                       std::uint32_t wanted, Duration& took);
  std::vector<std::string> stages_done(const std::vector<std::string>& expected);
  void require_landmarks(const FaceObservation& face) const;
  bool may_become_view(std::int64_t frame) const;
  bool depth_is_settled() const { return !policy_.parallax.required || depth_ == Depth::head; }

  // Each returns the guidance for the patient; a decision is stored in the judgement.
  std::optional<Guidance> look(const camera::Frame& frame, FaceJudgement& judgement);
  std::optional<Guidance> follow(const camera::Frame& frame, const FaceObservation& face, bool for_depth,
                                 FaceJudgement& judgement);
  std::optional<Guidance> wait_for_depth(std::optional<Guidance> shut, FaceJudgement& judgement);
  std::optional<Guidance> vote(FaceJudgement& judgement);

  void look_for_depth(const camera::Frame& frame, const FaceObservation& face, FaceJudgement& judgement);
  void keep_best(const camera::Frame& frame, float sharpness);
  void put_vote(const Vote& vote, FaceJudgement& judgement) const;
  void begin_anew();
  void forget_probe();
};

}  // namespace uketsuke::reader
