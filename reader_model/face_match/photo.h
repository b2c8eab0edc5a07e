#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

#include "base/bytes.h"
#include "base/enum_names.h"
#include "camera_model/image.h"

namespace uketsuke::reader {

/// Why a card's photo cannot be decoded.
UKETSUKE_ENUM(PhotoProblem,
              empty,         ///< no bytes
              not_jpeg2000,  ///< neither a JP2 file nor a JPEG 2000 codestream
              bad_header,    ///< the header is truncated or contradicts itself
              too_large,     ///< more pixels, tiles or bytes than a card's photo can have
              unsupported,   ///< components or depths that do not occur in photos
              broken,        ///< the image data is truncated or damaged
)

class PhotoError : public std::runtime_error {
 public:
  PhotoError(PhotoProblem problem, const std::string& message)
      : std::runtime_error("the card's photo " + message), problem_(problem) {}

  PhotoProblem problem() const { return problem_; }

 private:
  PhotoProblem problem_;
};

/// Limits of decoding. The photo comes from a card that an attacker may have made; a header of 60 bytes can
/// request gigabytes.
struct PhotoLimits {
  std::size_t bytes = 4U << 20;  ///< file size; a card's photo has some 6 kB
  int side = 4096;               ///< pixels
  std::size_t pixels = 16U << 20;
  int tiles = 256;
};

/// Contents of the header, read before anything is decoded.
struct PhotoHeader {
  int width = 0;
  int height = 0;
  int components = 0;  ///< 1 grey, 2 grey and alpha, 3 colour, 4 colour and alpha
  int depth = 0;       ///< bits per sample
  int tiles = 0;
};

/// Reads and checks the size marker of a JP2 file or codestream (ISO/IEC 15444-1 A.5.1, I.5).
/// @throws PhotoError of every kind except `broken`
PhotoHeader read_photo_header(const Bytes& file, const PhotoLimits& limits = {});

/// Decodes the photo to grey, 8 bits; colour by the luma of ITU-R BT.601, deeper samples scaled.
/// @throws PhotoError
camera::Image decode_photo(const Bytes& file, const PhotoLimits& limits = {});

}  // namespace uketsuke::reader
