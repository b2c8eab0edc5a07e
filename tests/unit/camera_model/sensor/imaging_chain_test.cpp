#include "camera_model/sensor/imaging_chain.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <stdexcept>

namespace uketsuke::camera {
namespace imaging_chain_test {

/// A small camera without imperfections: each test enables the one that it is about.
CameraProfile perfect() {
  CameraProfile camera;
  camera.width = 160;
  camera.height = 120;
  camera.lens.focal_mm = 0.9;
  camera.lens.vignetting = 0;
  camera.sensor.prnu = 0;
  camera.sensor.read_noise = 0;
  camera.sensor.adc_noise = 0;
  camera.exposure.warm_up_frames = 0;
  return camera;
}

CameraProfile real(bool bayer = true) {
  CameraProfile camera = perfect();
  camera.lens.k1 = -0.08;
  camera.lens.vignetting = 1;
  camera.sensor.prnu = 0.01;
  camera.sensor.read_noise = 4;
  camera.sensor.adc_noise = 0.6;
  camera.sensor.response = {0.7F, 1.0F, 0.65F};
  camera.sensor.bayer = bayer;
  return camera;
}

Radiance even(float value) {
  Radiance light;
  light.resize(160, 120);
  for (float& sample : light.pixels) sample = value;
  return light;
}

/// The left half dark, the right half bright.
Radiance edge() {
  Radiance light = even(0.05F);
  for (int y = 0; y < 120; ++y)
    for (int i = 80 * 3; i < 160 * 3; ++i) light.pixels[static_cast<std::size_t>(y * 480 + i)] = 0.4F;
  return light;
}

ExposureContext frame(std::int64_t number) {
  ExposureContext context;
  context.number = number;
  context.at = std::chrono::milliseconds(33) * number;
  return context;
}

Image expose(ImagingChain& chain, const Radiance& light, const ExposureContext& context) {
  Image image;
  chain.expose(light, context, image);
  return image;
}

Image first(const CameraProfile& camera, const Radiance& light, ExposureContext context = frame(1),
            std::uint64_t seed = 1) {
  ImagingChain chain(camera, seed);
  return expose(chain, light, context);
}

double mean(const Image& image, int channel = 1) {
  double sum = 0;
  for (std::size_t i = static_cast<std::size_t>(channel); i < image.pixels.size(); i += 3)
    sum += image.pixels[i];
  return sum / (static_cast<double>(image.pixels.size()) / 3);
}

double deviation(const Image& image) {
  const double average = mean(image);
  double sum = 0;
  for (std::size_t i = 1; i < image.pixels.size(); i += 3)
    sum += (image.pixels[i] - average) * (image.pixels[i] - average);
  return std::sqrt(sum / (static_cast<double>(image.pixels.size()) / 3));
}

/// Columns between a quarter and three quarters of the step of light, in the middle row.
int edge_width(const Image& image) {
  const auto light = [&](int x) { return static_cast<int>(linear_of_srgb()[image.at(x, 60)[1]]); };
  const int low = light(20);
  const int step = light(140) - low;
  int columns = 0;
  for (int x = 20; x < 140; ++x)
    if (4 * (light(x) - low) > step && 4 * (light(x) - low) < 3 * step) ++columns;
  return columns;
}

TEST(ImagingChain, BrightnessFollowsFromPhotonsAndFullWell) {
  CameraProfile camera = perfect();
  camera.lens.f_number = 2;
  camera.lens.transmission = 0.8;
  camera.sensor.pixel_um = 6;
  camera.lens.focal_mm = 0.9;
  camera.sensor.quantum_efficiency = 0.5;
  camera.sensor.full_well = 40000;
  camera.exposure.initial_ms = 10;
  // 500 lx · 0.8 / (4 · 2²) = 25 lx; 4.091e3 photons/(lx s µm²) · 36 µm² · 0.5 · 25 lx · 10 ms = 18,410
  // electrons for white; half of it, 9,205, is 0.2301 of the well: sRGB 132.
  EXPECT_NEAR(mean(first(camera, even(0.5F))), 132, 1);
}

TEST(ImagingChain, GreyComesOutGreyThroughFiltersAndMosaic) {
  for (const bool bayer : {false, true}) {
    const Image image = first(real(bayer), even(0.3F));
    EXPECT_NEAR(mean(image, 0), mean(image, 1), 1) << bayer;
    EXPECT_NEAR(mean(image, 2), mean(image, 1), 1) << bayer;
  }
}

TEST(ImagingChain, SameSeedAndFrameGiveTheSamePicture) {
  EXPECT_EQ(first(real(), edge()).pixels, first(real(), edge()).pixels);
}

TEST(ImagingChain, OtherSeedGivesOtherNoise) {
  EXPECT_NE(first(real(), edge(), frame(1), 1).pixels, first(real(), edge(), frame(1), 2).pixels);
}

TEST(ImagingChain, OtherFrameHasOtherNoise) {
  CameraProfile camera = real();
  camera.exposure.shortest_ms = camera.exposure.longest_ms = camera.exposure.initial_ms;
  camera.exposure.most_gain = 1;
  ImagingChain chain(camera, 1);
  const Image one = expose(chain, edge(), frame(1));
  ExposureContext next = frame(1);
  next.number = 2;
  EXPECT_NE(one.pixels, expose(chain, edge(), next).pixels);
}

TEST(ImagingChain, FirstFrameOfTheNextReceptionHasNoiseOfItsOwn) {
  ExposureContext later = frame(1);
  later.at = std::chrono::seconds(60);
  EXPECT_NE(first(real(), edge()).pixels, first(real(), edge(), later).pixels);
}

TEST(ImagingChain, CopyWithAnotherSeedIsTheSameSensor) {
  const ImagingChain warm(real(), 1);
  ImagingChain copy = warm;
  copy.reseed(2);
  EXPECT_EQ(expose(copy, edge(), frame(1)).pixels, first(real(), edge(), frame(1), 2).pixels);
}

TEST(ImagingChain, ExposureComesToTheTargetAfterAStepOfTheLight) {
  for (const float light : {0.01F, 0.1F, 30.0F, 100.0F}) {
    CameraProfile camera = real();
    camera.exposure.target = 0.18;
    camera.exposure.shortest_ms = 0.001;
    ImagingChain chain(camera, 1);
    for (int i = 1; i <= 10; ++i) expose(chain, even(1), frame(i));
    Image image;
    for (int i = 11; i <= 18; ++i) image = expose(chain, even(light), frame(i));
    EXPECT_NEAR(meter(image).luminance(), 0.18, 0.02) << light;
  }
}

TEST(ImagingChain, SunSaturates) {
  ImagingChain chain(real(), 1);
  Image image;
  for (int i = 1; i <= 10; ++i) image = expose(chain, even(1e5F), frame(i));
  EXPECT_EQ(mean(image), 255);
}

TEST(ImagingChain, DarkRoomIsDarkerAndNoisier) {
  CameraProfile camera = real();
  camera.lens.vignetting = 0;
  ImagingChain bright(camera, 1);
  ImagingChain dark(camera, 1);
  Image in_light, in_dark;
  for (int i = 1; i <= 10; ++i) {
    in_light = expose(bright, even(0.5F), frame(i));
    in_dark = expose(dark, even(0.002F), frame(i));
  }
  EXPECT_LT(mean(in_dark), mean(in_light));
  EXPECT_GT(deviation(in_dark), 2 * deviation(in_light));
}

TEST(ImagingChain, FirstPictureIsWellExposedAfterWarmUp) {
  CameraProfile camera = real();
  camera.exposure.warm_up_frames = 6;
  camera.lens.vignetting = 0;
  EXPECT_NEAR(meter(first(camera, even(0.05F))).luminance(), 0.18, 0.02);
}

TEST(ImagingChain, CameraThatIsSwitchedOnAgainWarmsUpAgain) {
  CameraProfile camera = real();
  camera.exposure.warm_up_frames = 6;
  camera.lens.vignetting = 0;
  ImagingChain chain(camera, 1);
  for (int i = 1; i <= 3; ++i) expose(chain, even(1), frame(i));
  EXPECT_NEAR(meter(expose(chain, even(0.05F), frame(1))).luminance(), 0.18, 0.02);
}

TEST(ImagingChain, ExposureGoesOnWhilePicturesAreNotTaken) {
  CameraProfile camera = real();
  camera.lens.vignetting = 0;
  ImagingChain chain(camera, 1);
  expose(chain, even(0.5F), frame(1));
  EXPECT_NEAR(meter(expose(chain, even(0.05F), frame(12))).luminance(), 0.18, 0.02);
}

TEST(ImagingChain, CameraThatIsSwitchedOnAgainBeginsAnew) {
  ImagingChain chain(real(), 1);
  for (int i = 1; i <= 10; ++i) expose(chain, even(0.01F), frame(i));
  expose(chain, even(0.01F), frame(1));
  EXPECT_DOUBLE_EQ(chain.exposure_seconds(), 0.010);
  EXPECT_EQ(chain.gain(), 1);
}

TEST(ImagingChain, CloseSubjectIsOutOfFocus) {
  CameraProfile camera = perfect();
  camera.lens.focal_mm = 3.6;
  ExposureContext close = frame(1);
  close.subject_distance_mm = 60;
  ExposureContext sharp = frame(1);
  sharp.subject_distance_mm = 450;
  EXPECT_GE(edge_width(first(camera, edge(), close)), edge_width(first(camera, edge(), sharp)) + 3);
}

TEST(ImagingChain, SubjectThatMovesIsBlurredByItsWayWhileTheShutterIsOpen) {
  ExposureContext moving = frame(1);
  moving.velocity = {2000, 0};  // 20 pixels in 10 ms: ten columns between the quarters
  EXPECT_NEAR(edge_width(first(perfect(), edge(), moving)), 10, 2);
}

TEST(ImagingChain, OnlyTheMovingPartIsBlurred) {
  ExposureContext moving = frame(1);
  moving.velocity = {2000, 0};
  moving.moving = Region{0, 0, 160, 30};
  EXPECT_LE(edge_width(first(perfect(), edge(), moving)), 1);  // row 60
}

TEST(ImagingChain, LightOfAnotherSizeIsRefused) {
  ImagingChain chain(perfect(), 1);
  Radiance light;
  light.resize(120, 160);
  Image image;
  EXPECT_THROW(chain.expose(light, frame(1), image), std::invalid_argument);
}

}  // namespace imaging_chain_test
}  // namespace uketsuke::camera
