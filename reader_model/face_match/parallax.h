#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "reader_model/face_match/face_evidence.h"

namespace uketsuke::reader {

/// Limits of the parallax test; docs/face-policy.md explains how they were chosen.
struct ParallaxRules {
  bool required = true;
  // ---- a head: all three must hold between the views of its two sides ----
  float yaw_change_at_least = 0;  ///< degrees
  float residual_at_least = 0;    ///< in fractions of the distance between the eyes
  float width_at_least = 0;       ///< as a fraction of what a head turned that far would have
  // ---- a flat picture: between two views ----
  float flat_tilt_at_least = 0;     ///< a picture was turned by at least this many degrees and ...
  float flat_residual_at_most = 0;  ///< ... its residual stayed at or below this: not a head
  float yaw_at_most = 0;            ///< landmarks of heads turned farther are ignored
  int settle_frames = 0;            ///< number of still frames in a row before landmarks are trusted
  int agreeing = 0;  ///< views per side, whose median counts; also pairs that must indicate a flat picture
  int frames = 0;    ///< number of frames in a row that must agree
  int views = 0;     ///< number of stored views
  int spacing = 0;   ///< frames from one stored view to the next
};

/// One view of a face.
struct FaceView {
  std::int64_t frame = 0;
  std::vector<camera::Vec2> landmarks;  ///< 68, pixels
  float yaw = 0;                        ///< degrees, computed from landmarks
};

/// Result of fitting a homography to two views of one face. It maps the landmarks of a flat picture exactly
/// from one view to the other; those of a head it does not.
struct PairOfViews {
  float residual = 0;  ///< mean over the landmarks, in fractions of the distance between the eyes
  float tilt = 0;      ///< degrees by which a flat picture would have to be turned
};

/// @returns empty if the landmarks do not determine a homography
std::optional<PairOfViews> compare_views(const FaceView& a, const FaceView& b);

/// Distance between the eyes over the distance from eyes to mouth. A turn to the side multiplies it by the
/// cosine, for heads and pictures alike; it does not depend on the distance from the camera. 0 if eyes and
/// mouth coincide.
float face_width(const FaceView& view);

/// Compares the `agreeing` views of lowest yaw with as many of highest yaw, using medians.
/// @returns empty for fewer than two views, or if the landmarks do not determine a homography
std::optional<ParallaxEvidence> compare_sides(const ParallaxRules& rules, std::vector<const FaceView*> views);

enum class Depth {
  unknown,  ///< undecided: continue with the next frame
  head,
  flat,
};

/// Distinguishes a head from a flat picture while it turns to both sides before the camera.
///
/// It cannot detect a mask, or a film of a turning head (that is left to the liveness network). Movement is
/// requested, not enforced.
class ParallaxTest {
 public:
  explicit ParallaxTest(ParallaxRules rules) : rules_(std::move(rules)) {}

  /// Whether a view of this frame would be stored, or comes too soon after the last.
  bool wants(std::int64_t frame) const {
    return views_.empty() || frame - views_.back().frame >= rules_.spacing;
  }

  /// Evaluates the next view. Views turned too far are ignored.
  Depth look(const FaceView& view);

  /// Evidence from the sides at the last view.
  const std::optional<ParallaxEvidence>& evidence() const { return evidence_; }

  bool holds_views() const { return !views_.empty(); }

  /// Overwrites and forgets all views.
  void wipe();

 private:
  ParallaxRules rules_;
  std::deque<FaceView> views_;
  std::optional<ParallaxEvidence> evidence_;
  int heads_ = 0;
  int flats_ = 0;

  bool shows_a_head() const;
  bool is_flat(const FaceView& view) const;
  void remember(const FaceView& view);
};

}  // namespace uketsuke::reader
