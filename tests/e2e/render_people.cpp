// render_people HEADS OUT PEOPLE PICTURES: writes OUT/faces/<person>/card.png and PICTURES live pictures
// each, of people generated from seeds; and OUT/attacks/sheet and OUT/attacks/tablet with each person's
// photo.

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "camera_model/head/anatomy/head_library.h"
#include "camera_model/render/png_file.h"
#include "camera_model/render/shading/srgb.h"
#include "camera_model/scene/attack.h"
#include "camera_model/scene/portrait.h"
#include "camera_model/scene/scene.h"

namespace uketsuke::camera {
namespace {

namespace fs = std::filesystem;

Image developed(const Radiance& light) {
  Image image = Image::blank(light.width, light.height, 3);
  for (std::size_t i = 0; i < image.pixels.size(); ++i) image.pixels[i] = encoded_of(0.9F * light.pixels[i]);
  return image;
}

Image seen(const std::shared_ptr<const Model>& model, const Turn& turn, std::uint64_t room) {
  Scene scene({}, room);
  scene.things = {{model, turn, {0, 0, -480}}};
  Radiance light;
  scene.radiance(ViewCamera::with_field(640, 480, 60), light);
  return developed(light);
}

void render(const HeadLibrary& library, const fs::path& out, int person, int pictures) {
  HeadProfile profile;
  profile.seed = 100 + static_cast<std::uint32_t>(person);
  profile.sex = person % 2 == 0 ? Sex::female : Sex::male;
  profile.age = 25 + static_cast<float>(person * 11 % 50);
  const auto model = std::make_shared<const Model>(library.build(profile)->model({}, {}));
  const fs::path folder = out / "faces" / fmt::format("person-{:02}", person);
  fs::create_directories(folder);
  Radiance light;
  studio_portrait(*model, 384, 480, light);
  write_png(folder / "card.png", developed(light));
  for (int i = 0; i < pictures; ++i) {
    const Turn turn{static_cast<float>(i % 3 - 1) * 8, static_cast<float>(i % 2) * 4, 0};
    write_png(folder / fmt::format("live{}.png", i), seen(model, turn, static_cast<std::uint64_t>(person)));
  }
  const PortraitShot shot = portrait_shot(*model, 400, 500);
  const ShownPicture photo{std::make_shared<const Image>(portrait_cutout(*model, 400, 500)), shot.eyes,
                           shot.width_mm};
  for (const char* kind : {"sheet", "tablet"}) {
    fs::create_directories(out / "attacks" / kind);
    const Model shown = kind[0] == 's' ? printed_photo(photo, {}) : screen_replay(photo, {});
    write_png(out / "attacks" / kind / fmt::format("{:02}.png", person),
              seen(std::make_shared<const Model>(shown), {}, static_cast<std::uint64_t>(person)));
  }
}

}  // namespace
}  // namespace uketsuke::camera

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "render_people HEADS OUT PEOPLE PICTURES\n";
    return 2;
  }
  try {
    const uketsuke::camera::HeadLibrary library(argv[1]);
    for (int person = 0; person < std::atoi(argv[3]); ++person) {
      uketsuke::camera::render(library, argv[2], person, std::atoi(argv[4]));
    }
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
