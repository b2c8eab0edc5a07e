#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"
#include "reader_model/face_match/plugin/uketsuke_face_plugin.h"

namespace uketsuke::reader::face_engine {

/// The folder `models` of the cache.
/// @throws std::runtime_error if the models are missing; the message says what to do
std::filesystem::path models_folder();

/// What the camera sees.
struct FaceShot {
  std::uint32_t person = 1;
  camera::Vec3 position{0, 0, -450};
  camera::Turn turn;
  int width = 1280;
  int height = 720;
};

/// Renders a person in front of a plain wall: RGB. Used as test faces, because the source tree contains no
/// photo of a person.
camera::Image rendered(const FaceShot& shot);

/// Renders two persons, the first of them nearer.
camera::Image rendered_pair(const FaceShot& near, const FaceShot& far);

/// Renders a card photo: 160 x 200, grey, taken from 1.5 m.
camera::Image card_photo(std::uint32_t person);

/// The wall without a person.
camera::Image empty_room(int width = 1280, int height = 720);

/// Converts an image for the plug-in's interface; valid as long as the image.
uketsuke_face_image seen(const camera::Image& picture, std::int64_t number = 1);

}  // namespace uketsuke::reader::face_engine
