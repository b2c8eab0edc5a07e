#pragma once

#include <memory>
#include <string>

#include "camera_model/image.h"

namespace uketsuke::gallery {

/// Writes labels under pictures, in DejaVu Sans.
class Lettering {
 public:
  /// @param pixels  height of the font @throws SystemError where the font is not installed; it says what to
  /// do
  explicit Lettering(int pixels);
  ~Lettering();
  Lettering(const Lettering&) = delete;
  Lettering& operator=(const Lettering&) = delete;

  /// Of a line in pixels. @param text ASCII, as names of personas are
  int width(const std::string& text) const;

  /// Writes a line in dark grey; what does not fit is left out.
  /// @param image of three channels @param x, baseline  where the first letter stands
  void write(camera::Image& image, int x, int baseline, const std::string& text) const;

 private:
  struct Font;
  std::unique_ptr<Font> font_;
};

}  // namespace uketsuke::gallery
