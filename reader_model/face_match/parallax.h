#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "reader_model/face_match/face_evidence.h"

namespace uketsuke::reader {

/// Limits of the parallax test: docs/face-policy.md says how they were chosen.
struct ParallaxRules {
  bool required = true;
  // ---- a head, all three between the views of its two sides ----
  float yaw_change_at_least = 0;  ///< degrees
  float residual_at_least = 0;    ///< shares of the distance between the eyes
  float width_at_least = 0;       ///< as a share of what a head turned so far would have
  // ---- a flat picture, between two views ----
  float flat_tilt_at_least = 0;     ///< degrees by which a picture was turned and ...
  float flat_residual_at_most = 0;  ///< ... stayed as flat as this: no head
  float yaw_at_most = 0;            ///< landmarks of heads turned farther are not used
  int settle_frames = 0;  ///< in a row that the face must have been still before its landmarks are trusted
  int agreeing = 0;       ///< views of a side, of which the median counts; pairs that must say flat
  int frames = 0;         ///< in a row that must say the same
  int views = 0;          ///< that are remembered
  int spacing = 0;        ///< frames from one remembered view to the next
};

/// One look at a face.
struct FaceView {
  std::int64_t frame = 0;
  std::vector<camera::Vec2> landmarks;  ///< 68, pixels
  float yaw = 0;                        ///< degrees, from landmarks
};

/// What a homography makes of two views of one face. The landmarks of a flat picture follow one from a view
/// to the other; those of a head do not.
struct PairOfViews {
  float residual = 0;  ///< mean over the landmarks, shares of the distance between the eyes
  float tilt = 0;      ///< degrees by which a flat picture would have been turned away
};

/// @returns nothing where the landmarks determine no homography
std::optional<PairOfViews> compare_views(const FaceView& a, const FaceView& b);

/// Distance between the eyes over that from eyes to mouth: a turn to the side makes it smaller by its cosine,
/// whatever turns, and the distance from the camera does not matter. 0 where eyes and mouth are in one place.
float face_width(const FaceView& view);

/// Compares the `agreeing` views with the lowest yaw with as many of the highest: medians over them.
/// @returns nothing for fewer than two views, or landmarks that determine no homography
std::optional<ParallaxEvidence> compare_sides(const ParallaxRules& rules, std::vector<const FaceView*> views);

enum class Depth {
  unknown,  ///< go on looking
  head,
  flat,
};

/// Tells a head from a flat picture while it turns to both sides before the camera.
///
/// What it cannot tell: a mask, and a film of a head that turns (that is left to the liveness network).
/// Movement is asked for, not forced.
class ParallaxTest {
 public:
  explicit ParallaxTest(ParallaxRules rules) : rules_(std::move(rules)) {}

  /// Whether a view of this frame would be remembered, or comes too soon after the last.
  bool wants(std::int64_t frame) const {
    return views_.empty() || frame - views_.back().frame >= rules_.spacing;
  }

  /// The next view. Those that are turned too far are left out.
  Depth look(const FaceView& view);

  /// Of the sides as they were at the last view.
  const std::optional<ParallaxEvidence>& evidence() const { return evidence_; }

  bool holds_views() const { return !views_.empty(); }

  /// Forgets and overwrites all views.
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
