#include "bench/micro/rendered_face.h"

#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "camera_model/head/anatomy/head_library.h"
#include "camera_model/render/raster/rasteriser.h"
#include "camera_model/render/shading/srgb.h"

#if defined(__SANITIZE_ADDRESS__)
/// ONNX Runtime leaks some hundred bytes; without its symbols, no narrower suppression is possible.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libonnxruntime\n"; }
#endif

namespace uketsuke::reader::face_engine {

namespace {

using namespace uketsuke::camera;

const Model& person(std::uint32_t seed) {
  static const HeadLibrary library(models_folder() / "heads");
  static std::map<std::uint32_t, Model> people;
  const auto known = people.find(seed);
  if (known != people.end()) return known->second;
  HeadProfile profile;
  profile.seed = seed;
  profile.sex = seed % 2 == 0 ? Sex::female : Sex::male;
  return people.emplace(seed, library.build(profile)->model({}, {})).first->second;
}

Illumination room_light() {
  Illumination light;
  light.lights.push_back({{300, 600, 800}, {0.5F, 0.5F, 0.48F}, 1000, 0.3F, false});
  light.sky = {0.4F, 0.4F, 0.4F};
  light.floor = {0.2F, 0.2F, 0.19F};
  return light;
}

/// A wall that is slightly lighter at the top.
Radiance wall(int width, int height) {
  Radiance out;
  out.resize(width, height);
  for (std::size_t i = 0; i < out.pixels.size(); ++i) {
    const auto row = static_cast<float>(i / 3 / static_cast<std::size_t>(width));
    out.pixels[i] = 0.45F - 0.2F * row / static_cast<float>(height);
  }
  return out;
}

Image encoded(const Radiance& light) {
  Image image = Image::blank(light.width, light.height, 3);
  for (std::size_t i = 0; i < image.pixels.size(); ++i) image.pixels[i] = encoded_of(light.pixels[i]);
  return image;
}

Image picture_of(const std::vector<FaceShot>& shots, const ViewCamera& camera) {
  static Rasteriser rasteriser;
  Radiance out;
  rasteriser.begin(camera, room_light());
  for (const FaceShot& shot : shots) rasteriser.draw(person(shot.person), placed(shot.turn, shot.position));
  rasteriser.finish(wall(camera.width, camera.height), out);
  return encoded(out);
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

ViewCamera desk_camera(const FaceShot& shot) { return ViewCamera::with_field(shot.width, shot.height, 60); }

}  // namespace

std::filesystem::path models_folder() {
  // As in base/data_root.cpp.
  std::filesystem::path folder = environment("UKETSUKE_CACHE");
  if (folder.empty() && !environment("XDG_CACHE_HOME").empty())
    folder = environment("XDG_CACHE_HOME") + "/uketsuke";
  if (folder.empty()) folder = environment("HOME") + "/.cache/uketsuke";
  folder /= "models";
  if (std::filesystem::exists(folder / "face/detect.onnx")) return folder;
  throw std::runtime_error("no models in " + folder.string() +
                           ": run ./uketsuke test, which puts them there");
}

Image rendered(const FaceShot& shot) { return picture_of({shot}, desk_camera(shot)); }

Image rendered_pair(const FaceShot& near, const FaceShot& far) {
  return picture_of({near, far}, desk_camera(near));
}

Image card_photo(std::uint32_t seed) {
  FaceShot shot;
  shot.person = seed;
  shot.position = {0, 10, -1500};
  const Image colour = picture_of({shot}, ViewCamera::with_field(160, 200, 9.6F));
  Image grey = Image::blank(colour.width, colour.height, 1);
  for (std::size_t i = 0; i < grey.pixels.size(); ++i) {
    const std::uint8_t* rgb = &colour.pixels[3 * i];
    grey.pixels[i] = static_cast<std::uint8_t>((299 * rgb[0] + 587 * rgb[1] + 114 * rgb[2] + 500) / 1000);
  }
  return grey;
}

Image empty_room(int width, int height) { return encoded(wall(width, height)); }

uketsuke_face_image seen(const Image& picture, std::int64_t number) {
  return {picture.pixels.data(),
          picture.width,
          picture.height,
          picture.width * picture.channels,
          picture.channels == 1 ? UKETSUKE_FACE_GREY8 : UKETSUKE_FACE_RGB8,
          number,
          number * 33'333};
}

}  // namespace uketsuke::reader::face_engine
