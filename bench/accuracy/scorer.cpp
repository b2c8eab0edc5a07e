#include "bench/accuracy/scorer.h"

#include <algorithm>

#include "bench/accuracy/card_photo.h"
#include "bench/accuracy/picture_reader.h"

namespace uketsuke::bench {

namespace {

// Number of cached images. A run of comparisons is a tile of some references and some probes: see
// order_of_work().
constexpr std::size_t kKeptPictures = 48;
constexpr std::int64_t kFrameMicroseconds = 33333;

}  // namespace

Scorer::Scorer(const Matcher& matcher, bool card)
    : plugin_(reader::FacePlugin::open(matcher.library)),
      instance_(plugin_.create(matcher.options_json)),
      card_(card) {}

const camera::Image& Scorer::decode(const Picture& picture) {
  const auto known = std::find_if(decoded_.begin(), decoded_.end(),
                                  [&](const Decoded& decoded) { return decoded.picture == &picture; });
  if (known != decoded_.end()) {
    decoded_.splice(decoded_.begin(), decoded_, known);
  } else {
    decoded_.push_front({&picture, read_picture(picture.path)});
    if (decoded_.size() > kKeptPictures) decoded_.pop_back();
  }
  return decoded_.front().image;
}

reader::PhotoAnswer Scorer::enrol(const Picture& picture) {
  enrolled_ = nullptr;
  const camera::Image& image = decode(picture);
  const reader::PhotoAnswer answer = instance_->enrol(card_ ? through_card(image) : image);
  if (answer.verdict == reader::PhotoVerdict::enrolled) enrolled_ = &picture;
  return answer;
}

std::vector<reader::FaceObservation> Scorer::analyse(const Picture& picture, std::uint32_t wanted) {
  const camera::Image& image = decode(picture);
  ++frames_;
  return instance_->analyse(image, frames_, frames_ * kFrameMicroseconds, wanted);
}

PictureState Scorer::examine(const Picture& picture, bool as_reference, bool as_probe) {
  PictureState state;
  try {
    const camera::Image& image = decode(picture);
    state.width = image.width;
    state.height = image.height;
  } catch (const std::exception& error) {
    state.unusable = error.what();
    return state;
  }
  if (as_probe) look(picture, state);
  if (as_reference) try_to_enrol(picture, state);
  return state;
}

void Scorer::look(const Picture& picture, PictureState& state) {
  try {
    const auto faces = analyse(picture, UKETSUKE_FACE_LIVENESS);
    state.face = !faces.empty();
    if (faces.empty()) {
      state.note = "no face in it";
    } else if (faces.front().liveness) {
      state.liveness = *faces.front().liveness;
    }
  } catch (const std::exception& error) {
    state.face = false;
    state.note = error.what();
  }
}

void Scorer::try_to_enrol(const Picture& picture, PictureState& state) {
  try {
    const reader::PhotoAnswer answer = enrol(picture);
    state.enrolled = answer.verdict == reader::PhotoVerdict::enrolled;
    if (!*state.enrolled) state.note = answer.text;
  } catch (const std::exception& error) {
    state.enrolled = false;
    state.note = error.what();
  }
}

const reader::TemplateAnswer& Scorer::template_of(const Picture& picture, bool as_reference) {
  const auto known = std::find_if(known_.begin(), known_.end(), [&](const Known& each) {
    return each.picture == &picture && each.as_reference == as_reference;
  });
  if (known != known_.end()) {
    known_.splice(known_.begin(), known_, known);
  } else {
    const camera::Image& image = decode(picture);
    const bool card = as_reference && card_;
    known_.push_front(
        {&picture, as_reference,
         instance_->make_template(card ? through_card(image) : image, as_reference ? 0 : ++frames_)});
    if (known_.size() > kKeptPictures) known_.pop_back();
  }
  return known_.front().answer;
}

ComparisonState Scorer::compare_templates(const Picture& reference, const Picture& probe) {
  // Adding the second one may evict others from the list, but not the first.
  const reader::TemplateAnswer& photo = template_of(reference, true);
  if (photo.verdict != reader::PhotoVerdict::enrolled) return {std::nullopt, photo.text};
  const reader::TemplateAnswer& frame = template_of(probe, false);
  if (frame.verdict == reader::PhotoVerdict::no_face) return {std::nullopt, "no face in the probe"};
  if (frame.verdict != reader::PhotoVerdict::enrolled) return {std::nullopt, frame.text};
  return {static_cast<double>(instance_->compare(photo, frame)), ""};
}

ComparisonState Scorer::compare(const Picture& reference, const Picture& probe) {
  try {
    if (instance_->makes_templates()) return compare_templates(reference, probe);
    if (enrolled_ != &reference) {
      const reader::PhotoAnswer answer = enrol(reference);
      if (answer.verdict != reader::PhotoVerdict::enrolled) return {std::nullopt, answer.text};
    }
    const auto faces = analyse(probe, UKETSUKE_FACE_SIMILARITY);
    if (faces.empty()) return {std::nullopt, "no face in the probe"};
    if (!faces.front().similarity) return {std::nullopt, "the matcher gave no similarity"};
    return {static_cast<double>(*faces.front().similarity), ""};
  } catch (const std::exception& error) {
    return {std::nullopt, error.what()};
  }
}

}  // namespace uketsuke::bench
