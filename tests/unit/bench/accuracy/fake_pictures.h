#pragma once

#include <filesystem>
#include <string>

#include "bench/accuracy/gallery.h"
#include "bench/accuracy/matcher_choice.h"
#include "camera_model/render/png_file.h"

namespace uketsuke::bench {

/// What tests/e2e/fake_matcher.c does with a picture: the order of its enumeration.
enum class Fake { face, no_face, crash, hang, fail, no_score, interrupt, not_enrolled };

/// Writes a picture that tells the fake matcher what to answer: a genuine comparison scores
/// 1 - noise of the probe / 100, an impostor's (noise of the reference + noise of the probe) / 250.
inline void write_fake(const std::filesystem::path& file, int person, int noise, Fake behaviour = Fake::face,
                       int liveness = 255) {
  camera::Image image = camera::Image::blank(16, 12, 3);
  image.at(0, 0)[0] = static_cast<std::uint8_t>(person);
  image.at(0, 0)[1] = static_cast<std::uint8_t>(noise);
  image.at(0, 0)[2] = static_cast<std::uint8_t>(behaviour);
  image.at(1, 0)[0] = static_cast<std::uint8_t>(liveness);
  std::filesystem::create_directories(file.parent_path());
  camera::write_png(file, image);
}

/// The matchers that tests/e2e/fake_matcher.c is built as.
inline Matcher fake_matcher(const std::string& options = "{}") { return {UKETSUKE_FAKE_MATCHER, options}; }
inline Matcher fake_template_matcher(const std::string& options = "{}") {
  return {UKETSUKE_FAKE_TEMPLATE_MATCHER, options};
}

/// Two people with a reference and a probe each. By the rule of write_fake: genuine 0.8 and 0.6, impostors
/// 0.2 and 0.2.
inline void write_two_people(const std::filesystem::path& folder) {
  write_fake(folder / "a/card.png", 1, 10);
  write_fake(folder / "a/1.png", 1, 20);
  write_fake(folder / "b/card.png", 2, 30);
  write_fake(folder / "b/1.png", 2, 40);
}

}  // namespace uketsuke::bench
