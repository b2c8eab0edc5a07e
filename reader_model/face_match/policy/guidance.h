#pragma once

#include <filesystem>
#include <map>
#include <optional>

#include "base/text.h"
#include "record/words/face_words.h"

namespace uketsuke::reader {

using record::Guidance;

/// The text of each guidance, as data, so that a manufacturer's wording can replace it.
using GuidanceBook = std::map<Guidance, Text>;

/// Reads guidance.yaml. @throws InputError, also if a guidance has no text
GuidanceBook load_guidance(const std::filesystem::path& file);

/// Keeps the text on the screen from flickering: a new guidance is shown once several consecutive frames have
/// requested it.
class SteadyGuidance {
 public:
  /// @param frames number of frames in a row that must request a guidance; 1 shows each at once
  explicit SteadyGuidance(int frames) : frames_(frames) {}

  /// @param wanted guidance requested by this frame; empty: all is well
  /// @returns what to show now
  std::optional<Guidance> next(std::optional<Guidance> wanted);

  const std::optional<Guidance>& shown() const { return shown_; }
  void reset();

 private:
  int frames_;
  std::optional<Guidance> shown_;
  std::optional<Guidance> wanted_;
  int count_ = 0;
};

}  // namespace uketsuke::reader
