#include "sim/gallery/lettering.h"

#include <freetype/freetype.h>

#include <array>
#include <cstdint>
#include <filesystem>

#include "base/error.h"

namespace uketsuke::gallery {

namespace {

/// Paths of the font in Debian, and in Fedora and others.
constexpr std::array kFonts = {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
                               "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf"};
constexpr int kInk = 60;
constexpr int kShift = 6;  // FreeType counts in 64ths of a pixel

std::string installed_font() {
  for (const char* font : kFonts)
    if (std::filesystem::exists(font)) return font;
  throw SystemError(std::string(kFonts[0]) +
                    " is missing; labels need this font: apt-get install fonts-dejavu-core");
}

void put(const FT_Bitmap& letter, camera::Image& image, int left, int top) {
  for (int y = 0; y < static_cast<int>(letter.rows); ++y) {
    for (int x = 0; x < static_cast<int>(letter.width); ++x) {
      if (left + x < 0 || top + y < 0 || left + x >= image.width || top + y >= image.height) continue;
      const int ink = letter.buffer[y * letter.pitch + x];
      std::uint8_t* pixel = image.at(left + x, top + y);
      for (int c = 0; c < image.channels; ++c)
        pixel[c] = static_cast<std::uint8_t>((pixel[c] * (255 - ink) + kInk * ink + 127) / 255);
    }
  }
}

}  // namespace

struct Lettering::Font {
  FT_Library library = nullptr;
  FT_Face face = nullptr;

  ~Font() {
    if (face != nullptr) FT_Done_Face(face);
    if (library != nullptr) FT_Done_FreeType(library);
  }

  /// The rendered letter.
  /// @throws SystemError
  const FT_GlyphSlotRec& letter(char sign) const {
    if (FT_Load_Char(face, static_cast<unsigned char>(sign), FT_LOAD_RENDER) != 0)
      throw SystemError("FreeType cannot draw a letter of " + std::string(face->family_name));
    return *face->glyph;
  }
};

Lettering::Lettering(int pixels) : font_(std::make_unique<Font>()) {
  const std::string file = installed_font();
  if (FT_Init_FreeType(&font_->library) != 0) throw SystemError("cannot initialise FreeType");
  if (FT_New_Face(font_->library, file.c_str(), 0, &font_->face) != 0 ||
      FT_Set_Pixel_Sizes(font_->face, 0, static_cast<FT_UInt>(pixels)) != 0)
    throw SystemError(file + ": FreeType cannot read this font");
}

Lettering::~Lettering() = default;

int Lettering::width(const std::string& text) const {
  FT_Pos width = 0;
  for (const char sign : text) width += font_->letter(sign).advance.x;
  return static_cast<int>(width >> kShift);
}

void Lettering::write(camera::Image& image, int x, int baseline, const std::string& text) const {
  FT_Pos at = FT_Pos{x} * (1 << kShift);
  for (const char sign : text) {
    const FT_GlyphSlotRec& letter = font_->letter(sign);
    put(letter.bitmap, image, static_cast<int>(at >> kShift) + letter.bitmap_left,
        baseline - letter.bitmap_top);
    at += letter.advance.x;
  }
}

}  // namespace uketsuke::gallery
