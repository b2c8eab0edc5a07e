#include "camera_model/scene/lighting.h"

#include <stdexcept>

namespace uketsuke::camera {

namespace {

constexpr Vec3 kWarm{1.04F, 1.0F, 0.92F};
constexpr Vec3 kDaylight{0.93F, 1.0F, 1.09F};
constexpr Vec3 kSun{1.10F, 1.0F, 0.86F};
constexpr Vec3 kCounter{1.05F, 1.0F, 0.93F};  // tint of light from below, reflected by the desk and the floor

Light ceiling_lamp(Vec3 position, float strength) {
  Light lamp;
  lamp.position = position;
  lamp.strength = kWarm * strength;
  lamp.reference_mm = length(position - Vec3{0, 0, -450});  // the face at the desk
  lamp.size = 0.35F;
  return lamp;
}

Light window(Vec3 position, float strength, float size) {
  Light light;
  light.position = position;
  light.strength = kDaylight * strength;
  light.reference_mm = length(position - Vec3{0, 0, -450});
  light.size = size;
  return light;
}

Lighting good(float side) {
  Lighting all;
  Light key = ceiling_lamp({-side * 350, 850, 250}, 0.85F);
  key.shadow = true;
  all.on_people.lights = {key, window({side * 1500, 250, -250}, 0.34F, 0.5F),
                          ceiling_lamp({side * 300, 1000, -1500}, 0.30F)};
  all.on_people.sky = kDaylight * 0.34F;
  all.on_people.floor = kCounter * 0.17F;
  all.room = kWarm * 0.62F;
  all.window = kDaylight * 1.7F;
  return all;
}

Lighting backlight(float side) {
  Lighting all;
  Light key = ceiling_lamp({-side * 350, 850, 250}, 0.26F);
  key.shadow = true;
  all.on_people.lights = {key, window({side * 500, 500, -1700}, 2.6F, 0.3F),
                          window({-side * 900, 350, -1500}, 1.2F, 0.3F)};
  all.on_people.sky = kDaylight * 0.20F;
  all.on_people.floor = kCounter * 0.12F;
  all.room = kDaylight * 0.55F;
  all.window = kDaylight * 9.0F;
  all.window_width = 0.8F;
  return all;
}

Lighting sun(float side) {
  Lighting all;
  Light direct;
  direct.position = normalised({side * 0.90F, 0.40F, 0.16F});
  direct.strength = kSun * 11.0F;
  direct.size = 0.02F;
  direct.shadow = true;
  all.on_people.lights = {direct, ceiling_lamp({-side * 350, 850, 250}, 0.6F)};
  all.on_people.sky = kDaylight * 0.60F;
  all.on_people.floor = kSun * 0.60F;  // the desk is in the sun
  all.room = kWarm * 0.9F;
  all.window = kDaylight * 7.0F;
  return all;
}

Lighting dark(float side) {
  Lighting all;
  Light display;  // of the reader, below its camera
  display.position = {0, -90, 0};
  display.strength = kDaylight * 0.018F;
  display.reference_mm = 460;
  display.size = 0.2F;
  all.on_people.lights = {display, window({side * 1500, 250, -400}, 0.016F, 0.5F)};
  all.on_people.sky = kDaylight * 0.006F;
  all.on_people.floor = kDaylight * 0.004F;
  all.room = kDaylight * 0.012F;
  all.window = kDaylight * 0.05F;
  return all;
}

Lighting of(LightName name, float side) {
  switch (name) {
    case LightName::good:
      return good(side);
    case LightName::backlight:
      return backlight(side);
    case LightName::sun:
      return sun(side);
    case LightName::dark:
      return dark(side);
  }
  throw std::invalid_argument("no such light");
}

}  // namespace

Lighting lighting(const LightSettings& settings) {
  if (!(settings.level > 0)) throw std::invalid_argument("the level of light is above 0");
  Lighting all = of(settings.name, settings.side < 0 ? -1.0F : 1.0F);
  all.name = settings.name;
  for (Light& light : all.on_people.lights) light.strength = light.strength * settings.level;
  for (Vec3* value : {&all.on_people.sky, &all.on_people.floor, &all.room, &all.window})
    *value = *value * settings.level;
  return all;
}

}  // namespace uketsuke::camera
