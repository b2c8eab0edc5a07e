#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "reader_model/face_match/plugin/plugin_matcher.h"
#include "sim/personalisation/photo/jpeg_2000.h"
#include "tests/unit/reader_model/face_match/scripted_plugin.h"
#include "tests/unit/reader_model/face_match/synthetic_face.h"
#include "tests/unit/reader_model/face_match/test_policy.h"

namespace uketsuke::reader {

/// A matcher whose plug-in sees the person that a test puts before the camera. Policy of test_policy.h: three
/// steady frames, two votes, and guidance is shown at once.
class MatcherDesk : public testing::Test {
 protected:
  FacePolicy policy_ = test_policy();
  uketsuke_face_plugin table_ = scripted_table();
  PluginScript& script_ = plugin_script() = {};
  std::unique_ptr<PluginMatcher> matcher_;

  // ---- what the camera sees ----
  std::vector<camera::Vec3> head_ = synthetic_face();
  camera::Turn turn_;
  camera::Vec3 place_;
  float similarity_ = 0.9F;
  float liveness_ = 0.9F;
  int persons_ = 1;
  int cell_ = 6;  // pixels of the checks in the face; smaller is sharper
  std::int64_t number_ = 0;

  void SetUp() override {
    script_.faces = [this](const uketsuke_face_image&, std::uint32_t) {
      return std::vector<uketsuke_face_observation>(static_cast<std::size_t>(persons_), seen());
    };
  }

  static LatencyProfile latency() {
    using namespace std::chrono_literals;
    LatencyProfile latency;
    latency.stages = {{"detect", 1s}, {"landmarks", 100ms}, {"align", 1ms},
                      {"embed", 2ms}, {"match", 3ms},       {"liveness", 10ms}};
    latency.other = 1h;
    latency.decode_photo = 7ms;
    latency.compare_pictures = 1us;
    latency.gates = 10us;
    latency.parallax = 100us;
    return latency;
  }

  PluginMatcher& matcher() {
    if (matcher_ == nullptr) {
      const FacePlugin plugin(&table_, "libmine.so");
      matcher_ = std::make_unique<PluginMatcher>(plugin, plugin.create("{}"), policy_, latency());
      matcher_->enrol(card_photo());
    }
    return *matcher_;
  }

  static Bytes card_photo() { return personalisation::encode_jp2({64, 64, Bytes(64 * 64, 99)}, 2); }

  uketsuke_face_observation seen() const {
    return seen_face(Pinhole{}.project(head_, turn_, place_), similarity_, liveness_);
  }

  /// A grey room, checks at the face's position, and the frame's number in a corner, since noise makes real
  /// pictures differ.
  camera::Frame next_frame() {
    auto image = std::make_shared<camera::Image>(camera::Image::blank(640, 360, 3));
    const uketsuke_face_observation face = seen();
    for (int y = 0; y < image->height; ++y) {
      for (int x = 0; x < image->width; ++x) {
        const bool inside = static_cast<float>(x) >= face.x && static_cast<float>(x) < face.x + face.width &&
                            static_cast<float>(y) >= face.y && static_cast<float>(y) < face.y + face.height;
        const int check = (x / cell_ + y / cell_) % 2 == 0 ? 60 : -60;
        const int shade = inside ? 120 + check : 120;
        std::fill_n(image->at(x, y), 3, static_cast<std::uint8_t>(shade));
      }
    }
    ++number_;
    *image->at(0, 0) = static_cast<std::uint8_t>(number_);
    camera::Frame frame;
    frame.number = number_;
    frame.exposed = std::chrono::milliseconds(33 * number_);
    frame.image = image;
    return frame;
  }

  FaceJudgement look() { return matcher().judge(next_frame()); }

  FaceJudgement look(int frames) {
    FaceJudgement judgement;
    for (int i = 0; i < frames; ++i) judgement = look();
    return judgement;
  }

  FaceJudgement look_turned(float yaw) {
    turn_.yaw = yaw;
    return look();
  }
};

}  // namespace uketsuke::reader
