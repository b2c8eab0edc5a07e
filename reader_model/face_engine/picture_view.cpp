#include "reader_model/face_engine/picture_view.h"

#include <string>

#include "reader_model/face_engine/face_error.h"

namespace uketsuke::reader::face_engine {

namespace {

[[noreturn]] void refuse_picture(const std::string& message) {
  throw FaceError(UKETSUKE_FACE_BAD_IMAGE, "a picture " + message);
}

}  // namespace

cv::Mat view(const uketsuke_face_image* image) {
  if (image == nullptr || image->pixels == nullptr) refuse_picture("without pixels");
  if (image->width < 1 || image->height < 1 || image->width > kLongestSide || image->height > kLongestSide) {
    refuse_picture("of " + std::to_string(image->width) + "x" + std::to_string(image->height) +
                   " pixels: a side can have 1 to " + std::to_string(kLongestSide));
  }
  if (image->format != UKETSUKE_FACE_GREY8 && image->format != UKETSUKE_FACE_RGB8) {
    refuse_picture("of format " + std::to_string(image->format) + ": 1 (grey) and 3 (RGB) are known");
  }
  const int channels = image->format == UKETSUKE_FACE_GREY8 ? 1 : 3;
  if (image->stride < image->width * channels) {
    refuse_picture("with a stride of " + std::to_string(image->stride) + " bytes for rows of " +
                   std::to_string(image->width * channels));
  }
  // OpenCV has no view of constant pixels; nothing here writes to it.
  return {image->height, image->width, CV_8UC(channels), const_cast<std::uint8_t*>(image->pixels),
          static_cast<std::size_t>(image->stride)};
}

}  // namespace uketsuke::reader::face_engine
