#pragma once

#include <memory>
#include <string>

#include "camera_model/image.h"

namespace uketsuke::gallery {

/// Writes labels under images, in DejaVu Sans.
class Lettering {
 public:
  /// @param pixels  height of the font
  /// @throws SystemError if the font is not installed; the message says what to do
  explicit Lettering(int pixels);
  ~Lettering();
  Lettering(const Lettering&) = delete;
  Lettering& operator=(const Lettering&) = delete;

  /// Width of a line in pixels.
  /// @param text  ASCII, as the names of personas are
  int width(const std::string& text) const;

  /// Writes a line in dark grey; text that does not fit is cut off.
  /// @param image  must have three channels
  /// @param x, baseline  position of the first letter
  void write(camera::Image& image, int x, int baseline, const std::string& text) const;

 private:
  struct Font;
  std::unique_ptr<Font> font_;
};

}  // namespace uketsuke::gallery
