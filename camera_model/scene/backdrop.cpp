#include "camera_model/scene/backdrop.h"

#include <algorithm>
#include <cmath>

#include "camera_model/scene/hashed.h"
#include "camera_model/scene/painter.h"

namespace uketsuke::camera {

namespace {

// The reader stands on a counter, its camera 1.1 m above the floor; the room is 2.6 m high and 4 m deep.
constexpr float kFloor = -1100, kCeiling = 1500, kWall = -4000;

constexpr Vec3 times(Vec3 a, Vec3 b) { return {a.x * b.x, a.y * b.y, a.z * b.z}; }

struct Room {
  const ViewCamera& camera;
  const Lighting& lighting;
  std::uint64_t seed;
  Radiance& out;
  Painter painter{camera, out};

  Vec3 lit(float red, float green, float blue) const { return times({red, green, blue}, lighting.room); }
  float random(std::uint64_t number, float from, float to) const {
    return from + (to - from) * hashed(seed, number);
  }

  void shell();
  void lamps();
  void window(float middle, float half);
  void posters(float from, float to);
  void door(float middle);
  void chairs(float middle, int count);
  void plant(float x, float z, float height, std::uint64_t number);
  void waiting_person(float x, float z, std::uint64_t number);
};

/// Draws walls, floor and ceiling where each ray meets them first.
void Room::shell() {
  const Vec3 wall = lit(0.80F, 0.76F, 0.68F), ceiling = lit(0.86F, 0.86F, 0.84F);
  const Vec3 dado = lit(0.55F, 0.44F, 0.33F), tiles = lit(0.50F, 0.46F, 0.40F);
  for (int py = 0; py < out.height; ++py) {
    for (int px = 0; px < out.width; ++px) {
      const float dx = (static_cast<float>(px) + 0.5F - camera.centre.x) / camera.focal_px;
      const float dy = (camera.centre.y - static_cast<float>(py) - 0.5F) / camera.focal_px;
      const float y = dy * -kWall, x = dx * -kWall;
      Vec3 colour = wall * (1.0F - 0.00004F * std::abs(x) + 0.00010F * y);
      if (y < -350) colour = colour + (dado - colour) * eased((-350 - y) / 40);
      if (y < kFloor) {
        const float depth = kFloor / (dy < -1e-4F ? dy : -1e-4F);
        colour = tiles * (0.75F + 0.25F * depth / -kWall);
      } else if (y > kCeiling) {
        const float depth = kCeiling / (dy > 1e-4F ? dy : 1e-4F);
        colour = ceiling * (1.15F - 0.30F * depth / -kWall);
      } else {
        colour = colour * (0.80F + 0.20F * eased((y - kFloor) / 300));  // the corner with the floor is dim
      }
      float* pixel = &out.pixels[3 * (static_cast<std::size_t>(py) * static_cast<std::size_t>(out.width) +
                                      static_cast<std::size_t>(px))];
      pixel[0] = colour.x, pixel[1] = colour.y, pixel[2] = colour.z;
    }
  }
}

void Room::lamps() {
  for (const float x : {-1100.0F, 900.0F}) {
    for (const float z : {-2600.0F, -3500.0F})
      painter.box({x, kCeiling, z, 300, 26, 40}, lighting.room * 3.4F);
  }
}

void Room::window(float middle, float half) {
  const Vec3 sky = lighting.window;
  painter.box({middle, 450, kWall, half + 50, 650}, lit(0.62F, 0.60F, 0.57F));
  painter.shaded_box({middle, 450, kWall, half, 600}, sky, times(sky, {0.80F, 0.86F, 0.86F}));
  // A hedge and the houses across the street.
  for (std::uint64_t i = 0; i < 7; ++i) {
    const float x = middle + half * random(100 + i, -0.95F, 0.95F), tall = random(110 + i, 60, 230);
    painter.box({x, -150 + tall, kWall, std::min(150.0F, half * 0.3F), tall, 50, 0.75F},
                times(sky, {0.55F, 0.56F, 0.58F}));
  }
  painter.box({middle, -60, kWall, half, 95, 60}, times(sky, {0.28F, 0.40F, 0.22F}));
  const int panes = std::max(1, static_cast<int>(half / 480 + 0.5F));
  for (int i = 0; i <= 2 * panes; i += 2) {
    const float x = middle + half * (static_cast<float>(i) / static_cast<float>(panes) - 1);
    painter.box({x, 450, kWall, 28, 610}, lit(0.50F, 0.49F, 0.47F));
  }
  painter.box({middle, -165, kWall, half + 70, 24}, lit(0.78F, 0.76F, 0.72F));
  // Light from the window on the floor.
  painter.ellipse({middle, -1150, -3300, half * 0.9F, 150, 220, 0.5F}, times(sky, {0.20F, 0.19F, 0.17F}));
}

void Room::posters(float from, float to) {
  const Vec3 inks[] = {{0.10F, 0.32F, 0.60F},
                       {0.70F, 0.20F, 0.16F},
                       {0.12F, 0.46F, 0.26F},
                       {0.82F, 0.58F, 0.10F},
                       {0.45F, 0.22F, 0.50F}};
  float x = from + 220;
  for (std::uint64_t i = 0; x < to - 180; ++i, x += 470) {
    const float y = random(200 + i, 380, 470);
    const Vec3 ink = inks[static_cast<std::size_t>(random(210 + i, 0, 4.99F))];
    painter.box({x, y, kWall, 150, 212}, lit(0.88F, 0.87F, 0.84F));
    painter.box({x, y + 140, kWall, 135, 50}, times(ink, lighting.room));
    painter.ellipse({x + random(220 + i, -50, 50), y - 10, kWall, 78, 78}, times(ink * 1.4F, lighting.room));
    for (float line = -100; line > -190; line -= 34)
      painter.box({x - 20, y + line, kWall, 100, 8}, lit(0.34F, 0.34F, 0.36F));
  }
}

void Room::door(float middle) {
  painter.box({middle, -120, kWall, 470, 985}, lit(0.46F, 0.38F, 0.30F));
  painter.box({middle, -140, kWall, 420, 965}, lit(0.60F, 0.48F, 0.36F));
  painter.box({middle, 280, kWall, 110, 330}, lit(0.74F, 0.80F, 0.82F));
  painter.box({middle - 340, -130, kWall, 20, 110}, lit(0.72F, 0.72F, 0.70F));
  painter.box({middle, 960, kWall, 260, 62}, lit(0.16F, 0.42F, 0.40F));
}

void Room::chairs(float middle, int count) {
  constexpr float kZ = -3300, kPitch = 560;
  const Vec3 seat = random(300, 0, 1) < 0.5F ? lit(0.16F, 0.36F, 0.38F) : lit(0.48F, 0.22F, 0.16F);
  for (int i = 0; i < count; ++i) {
    const float x = middle + kPitch * (static_cast<float>(i) - 0.5F * static_cast<float>(count - 1));
    for (const float leg : {-190.0F, 190.0F})
      painter.box({x + leg, -910, kZ, 18, 190}, lit(0.30F, 0.30F, 0.30F));
    painter.shaded_box({x, -440, kZ, 235, 210}, seat * 1.15F, seat * 0.9F);
    painter.shaded_box({x, -700, kZ + 250, 250, 55}, seat * 1.3F, seat * 0.7F);
  }
}

void Room::plant(float x, float z, float height, std::uint64_t number) {
  painter.shaded_box({x, kFloor + 190, z, 130, 190}, lit(0.78F, 0.74F, 0.68F), lit(0.50F, 0.47F, 0.43F));
  for (std::uint64_t i = 0; i < 34; ++i) {
    const float up = hashed(number, 3 * i), aside = hashed(number, 3 * i + 1) - 0.5F;
    const float shade = 0.5F + 0.8F * hashed(number, 3 * i + 2);
    painter.ellipse({x + aside * height * (0.95F - 0.45F * up), kFloor + 360 + up * height, z, 45 + 30 * up,
                     85 - 30 * std::abs(aside), 30, 0.9F},
                    lit(0.10F, 0.25F, 0.08F) * shade);
  }
}

/// A person on a chair, so far behind that no face is found.
void Room::waiting_person(float x, float z, std::uint64_t number) {
  const Vec3 cloth =
      lit(random(number, 0.08F, 0.5F), random(number + 1, 0.08F, 0.4F), random(number + 2, 0.1F, 0.5F));
  painter.ellipse({x, -690, z + 150, 200, 120, 60}, cloth * 0.5F);
  painter.ellipse({x, -430, z, 215, 270, 60}, cloth);
  painter.ellipse({x, -95, z, 78, 105, 40}, lit(0.52F, 0.36F, 0.27F));
  painter.ellipse({x, -40, z, 92, 78, 40}, lit(0.05F, 0.045F, 0.04F));
}

}  // namespace

void paint_waiting_room(const ViewCamera& camera, const Lighting& lighting, std::uint64_t seed,
                        Radiance& out) {
  out.resize(camera.width, camera.height);
  Room room{camera, lighting, seed, out};
  room.shell();
  room.lamps();
  // A narrow window is to one side; a wide one fills the wall behind the head.
  const bool wide = lighting.window_width > 0.5F;
  const float side = room.random(1, 0, 1) < 0.5F ? -1.0F : 1.0F;
  const float middle = wide ? 0.0F : side * room.random(2, 1250, 1450);
  const float half = 2100 * lighting.window_width;
  if (!wide) {
    room.door(-side * room.random(3, 1350, 1550));
    room.posters(std::min(middle + side * -600, -side * 900), std::max(middle + side * -600, -side * 900));
  }
  room.window(middle, half);
  room.plant(side * room.random(4, 2000, 2200), -3600, 900, seed * 7 + 1);
  room.chairs(room.random(5, -300, 300), 4);
  room.waiting_person(-side * room.random(6, 700, 1000), -3150, 400);
  room.plant(-side * room.random(7, 1500, 1700), -2700, 620, seed * 7 + 2);
}

}  // namespace uketsuke::camera
