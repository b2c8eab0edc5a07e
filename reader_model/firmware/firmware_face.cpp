// How the firmware handles faces: it passes frames to the matcher and guidance to the patient, and keeps
// nothing.

#include <algorithm>
#include <cmath>

#include "kernel/time.h"
#include "reader_model/firmware/firmware.h"

namespace uketsuke::reader {

using record::Source;

namespace {

std::optional<std::int64_t> thousandths(std::optional<float> value) {
  if (!value) return std::nullopt;
  return std::llround(static_cast<double>(*value) * 1000.0);
}

/// Overwrites the pixels of the card's photo or the desk's picture, so that they do not stay in freed memory.
void overwrite(const std::shared_ptr<const camera::Image>& image) {
  constexpr long kHoldersAtMost = 2;  // firmware and camera buffer; any other holder still needs the image
  if (image == nullptr || image.use_count() > kHoldersAtMost) return;
  auto& pixels = std::const_pointer_cast<camera::Image>(image)->pixels;
  std::fill(pixels.begin(), pixels.end(), std::uint8_t{0});
}

}  // namespace

std::optional<Input> Firmware::judge_frame() {
  if (!watching_ || !frame_) return std::nullopt;
  const camera::Frame frame = *frame_;
  frame_.reset();
  if (held_.probe) overwrite(held_.probe->image);
  held_.probe = frame;  // a picture without a face still shows the desk
  held_.probe_taken = true;
  matching_ = true;
  const FaceJudgement judgement = parts_.matcher.judge(frame);
  const bool decided = judgement.result != record::FaceResult::no_face;
  if (decided) {
    const auto compared = judgement.evidence ? judgement.evidence->compared : std::nullopt;
    parts_.record.add(Source::camera, record::FrameCaptured{compared.value_or(frame.number)});
  }
  if (judgement.took > Duration::zero()) wait(to_sc_time(judgement.took));
  matching_ = false;
  camera_deadline_ = sc_core::sc_time_stamp() + to_sc_time(profile_.limits.camera);
  if (!inbox_.empty() && std::holds_alternative<input::CardOut>(inbox_.front())) return std::nullopt;
  if (judgement.frozen) return fail_camera(record::CameraTrouble::frozen);
  if (!decided) {
    guide(frame, judgement);
    return std::nullopt;
  }
  note_measures(frame, judgement);
  guide(frame, judgement);  // what to do better at the next attempt
  parts_.record.add(Source::reader, record::FaceCompared{judgement.result});
  return input::FaceJudged{judgement.result};
}

Input Firmware::fail_camera(record::CameraTrouble trouble) {
  parts_.record.add(Source::reader, record::CameraFailed{trouble});
  return input::FaceImpossible{record::Refusal::camera_failed};
}

void Firmware::note_measures(const camera::Frame& frame, const FaceJudgement& judgement) {
  if (!judgement.evidence) return;
  const FaceEvidence& evidence = *judgement.evidence;
  record::FaceMeasured measured;
  measured.frame = evidence.compared.value_or(frame.number);
  measured.similarity = thousandths(evidence.similarity);
  if (measured.similarity) measured.similarity_at_least = thousandths(evidence.similarity_at_least);
  measured.liveness = thousandths(evidence.liveness);
  if (measured.liveness) measured.liveness_at_least = thousandths(evidence.liveness_at_least);
  if (evidence.parallax) {
    measured.parallax = thousandths(evidence.parallax->residual);
    measured.parallax_at_least = thousandths(evidence.parallax->live_at_least);
  }
  parts_.record.add(Source::reader, measured);
  keep_picture(frame, judgement, to_name(judgement.result));
}

void Firmware::guide(const camera::Frame& frame, const FaceJudgement& judgement) {
  if (judgement.guidance == guidance_) return;
  guidance_ = judgement.guidance;
  if (!guidance_) return;
  parts_.record.add(Source::reader, record::GuidanceShown{*guidance_, parts_.guidance.at(*guidance_).ja});
  keep_picture(frame, judgement, to_name(*guidance_));
}

void Firmware::keep_picture(const camera::Frame& frame, const FaceJudgement& judgement,
                            std::string_view why) {
  if (keeper_ == nullptr || frame.image == nullptr) return;
  const std::string file = keeper_->keep(frame, judgement, std::string(why));
  if (!file.empty()) parts_.record.add(Source::harness, record::PictureKept{frame.number, file});
}

void Firmware::watch() {
  watching_ = true;
  frame_.reset();
  guidance_.reset();
  camera_deadline_ = sc_core::sc_time_stamp() + to_sc_time(profile_.limits.camera);
  parts_.camera.switch_on();
}

void Firmware::stop_watching() {
  const bool watched = watching_;
  watching_ = false;
  frame_.reset();
  parts_.camera.switch_off();
  if (watched) forget_face();
}

void Firmware::forget_face() {
  parts_.matcher.wipe();
  record::FaceDataWiped wiped{!held_.photo.empty(), held_.probe.has_value(), parts_.matcher.wiped().photo};
  std::fill(held_.photo.begin(), held_.photo.end(), std::uint8_t{0});
  held_.photo.clear();
  if (held_.probe) overwrite(held_.probe->image);
  held_.probe.reset();
  parts_.record.add(Source::reader, wiped);
}

}  // namespace uketsuke::reader
