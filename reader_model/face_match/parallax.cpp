#include "reader_model/face_match/parallax.h"

#include <string.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "reader_model/face_match/homography.h"
#include "reader_model/face_match/landmarks.h"

namespace uketsuke::reader {

namespace {

void forget(FaceView& view) {
  if (view.landmarks.empty()) return;
  explicit_bzero(view.landmarks.data(), view.landmarks.size() * sizeof(view.landmarks[0]));
}

/// The median; the upper one for an even number of values.
float median(std::vector<float> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

using Views = std::vector<const FaceView*>;

template <class Measure>
float median_of(const Views& views, Measure&& measure) {
  std::vector<float> values;
  values.reserve(views.size());
  for (const FaceView* view : views) values.push_back(measure(*view));
  return median(std::move(values));
}

float yaw_of(const FaceView& view) { return view.yaw; }

/// The views with a yaw about half-way between the sides.
Views between(Views views, float yaw, std::size_t count) {
  std::sort(views.begin(), views.end(), [&](const FaceView* a, const FaceView* b) {
    return std::abs(a->yaw - yaw) < std::abs(b->yaw - yaw);
  });
  views.resize(count);
  return views;
}

float cosine(float degrees) { return std::cos(degrees / camera::kDegreesPerRadian); }

}  // namespace

float face_width(const FaceView& view) {
  const FacePoints points = face_points(view.landmarks);
  const float down = distance(points.eyes_middle(), (points.mouth_left + points.mouth_right) * 0.5F);
  return down > 0 ? points.eyes_apart() / down : 0;
}

std::optional<PairOfViews> compare_views(const FaceView& a, const FaceView& b) {
  const auto homography = fit_homography(a.landmarks, b.landmarks);
  const FacePoints points = face_points(b.landmarks);
  if (!homography || !(points.eyes_apart() > 0)) return std::nullopt;
  double sum = 0;
  for (std::size_t i = 0; i < a.landmarks.size(); ++i) {
    const camera::Vec2 off = apply(*homography, a.landmarks[i]) - b.landmarks[i];
    sum += std::hypot(off.x, off.y);
  }
  const auto [longer, shorter] = stretches(*homography, face_points(a.landmarks).middle());
  PairOfViews pair;
  pair.residual = static_cast<float>(sum / static_cast<double>(a.landmarks.size()) / points.eyes_apart());
  // A plane turned by an angle gets narrower by its cosine; a change of distance scales both directions.
  pair.tilt = longer > 0
                  ? camera::kDegreesPerRadian * static_cast<float>(std::acos(std::min(1.0, shorter / longer)))
                  : 0;
  if (!std::isfinite(pair.residual) || !std::isfinite(pair.tilt)) return std::nullopt;
  return pair;
}

std::optional<ParallaxEvidence> compare_sides(const ParallaxRules& rules, Views views) {
  if (views.size() < 2) return std::nullopt;
  std::sort(views.begin(), views.end(), [](const FaceView* a, const FaceView* b) { return a->yaw < b->yaw; });
  const std::size_t count = std::min(static_cast<std::size_t>(rules.agreeing), views.size() / 2);
  const Views one(views.begin(), views.begin() + static_cast<std::ptrdiff_t>(count));
  const Views other(views.end() - static_cast<std::ptrdiff_t>(count), views.end());

  std::vector<float> residuals;
  for (const FaceView* a : one) {
    for (const FaceView* b : other) {
      const auto pair = compare_views(*a, *b);
      if (pair) residuals.push_back(pair->residual);
    }
  }
  if (residuals.empty()) return std::nullopt;
  ParallaxEvidence evidence;
  const float from = median_of(one, yaw_of), to = median_of(other, yaw_of);
  evidence.yaw_change = to - from;
  evidence.residual = median(std::move(residuals));

  // A head turned by the angle that its nose shows gets narrower by the cosine of that angle; a picture has
  // to be turned much farther than its nose shows, and is then too narrow.
  const Views middle = between(views, (from + to) / 2, count);
  const float straight = median_of(middle, face_width) / cosine(median_of(middle, yaw_of));
  const float seen = (median_of(one, face_width) + median_of(other, face_width)) / 2;
  const float expected = straight * (cosine(from) + cosine(to)) / 2;
  evidence.width = expected > 0 ? seen / expected : 0;

  // With fewer views than must agree, a single landmark error could determine a side.
  const bool enough = count == static_cast<std::size_t>(rules.agreeing);
  if (enough && evidence.yaw_change >= rules.yaw_change_at_least)
    evidence.live_at_least = rules.residual_at_least;
  return evidence;
}

bool ParallaxTest::shows_a_head() const {
  return evidence_ && evidence_->live_at_least > 0 && evidence_->residual >= evidence_->live_at_least &&
         evidence_->width >= rules_.width_at_least;
}

bool ParallaxTest::is_flat(const FaceView& view) const {
  int agreeing = 0;
  for (const FaceView& earlier : views_) {
    const auto pair = compare_views(earlier, view);
    if (pair && pair->tilt >= rules_.flat_tilt_at_least && pair->residual <= rules_.flat_residual_at_most)
      ++agreeing;
  }
  return agreeing >= rules_.agreeing;
}

Depth ParallaxTest::look(const FaceView& view) {
  if (std::abs(view.yaw) > rules_.yaw_at_most) return Depth::unknown;
  Views all = {&view};
  for (const FaceView& earlier : views_) all.push_back(&earlier);
  evidence_ = compare_sides(rules_, std::move(all));
  const bool head = shows_a_head();
  const bool flat = !head && is_flat(view);
  heads_ = head ? heads_ + 1 : 0;
  flats_ = flat ? flats_ + 1 : 0;
  remember(view);
  if (heads_ >= rules_.frames) return Depth::head;
  if (flats_ >= rules_.frames) return Depth::flat;
  return Depth::unknown;
}

void ParallaxTest::remember(const FaceView& view) {
  if (!wants(view.frame)) return;
  views_.push_back(view);
  if (views_.size() > static_cast<std::size_t>(rules_.views)) {
    forget(views_.front());
    views_.pop_front();
  }
}

void ParallaxTest::wipe() {
  for (FaceView& view : views_) forget(view);
  views_.clear();
  evidence_.reset();
  heads_ = flats_ = 0;
}

}  // namespace uketsuke::reader
