#include <dlfcn.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "bench/micro/rendered_face.h"
#include "reader_model/face_match/plugin/uketsuke_face_plugin.h"

namespace uketsuke::reader::face_engine {
namespace face_plugin_test {

/// Opens the module as the program does.
class FacePlugin : public testing::Test {
 protected:
  FacePlugin() : library(dlopen(UKETSUKE_FACE_ENGINES, RTLD_NOW | RTLD_LOCAL)) {
    if (library == nullptr) throw std::runtime_error(dlerror());
    using Get = const uketsuke_face_plugin*();
    plugin = reinterpret_cast<Get*>(dlsym(library, "uketsuke_face_plugin_get"))();
  }
  ~FacePlugin() override {
    plugin->destroy(instance);
    dlclose(library);
  }

  std::int32_t create(nlohmann::json options = nlohmann::json::object()) {
    if (!options.contains("models")) options["models"] = models_folder().string();
    return plugin->create(options.dump().c_str(), &instance, error.data(), error.size());
  }
  std::int32_t enrol(const camera::Image& photo) {
    const uketsuke_face_image image = seen(photo);
    return plugin->enrol(instance, &image, error.data(), error.size());
  }
  std::int32_t analyse(const uketsuke_face_image& image, std::uint32_t wanted) {
    return plugin->analyse(instance, &image, wanted, faces.data(), 4, &count, error.data(), error.size());
  }

  void* library;
  const uketsuke_face_plugin* plugin = nullptr;
  uketsuke_face* instance = nullptr;
  std::array<uketsuke_face_observation, 4> faces{};
  std::uint32_t count = 99;
  std::array<char, 300> error{};
};

TEST_F(FacePlugin, IsOfTheHostsInterface) {
  EXPECT_EQ(plugin->abi_version, UKETSUKE_FACE_PLUGIN_ABI);
  EXPECT_EQ(plugin->struct_size, sizeof(uketsuke_face_plugin));
  EXPECT_STREQ(plugin->name, "uketsuke");
}

TEST_F(FacePlugin, ComparesAPhotoWithAFrame) {
  for (const char* engine : {"opencv", "onnxruntime"}) {
    ASSERT_EQ(create({{"engine", engine}}), UKETSUKE_FACE_OK) << error.data();
    ASSERT_EQ(enrol(card_photo(1)), UKETSUKE_FACE_OK) << error.data();
    const camera::Image frame = rendered({});
    ASSERT_EQ(analyse(seen(frame), UKETSUKE_FACE_SIMILARITY), UKETSUKE_FACE_OK) << error.data();
    EXPECT_EQ(count, 1U);
    EXPECT_GT(faces[0].similarity, 0.5F) << engine;
    plugin->destroy(std::exchange(instance, nullptr));
  }
}

/// The template of a picture; number 0 is a photo. Empty if there is none.
std::vector<std::uint8_t> template_of(const uketsuke_face_plugin& plugin, uketsuke_face* instance,
                                      const camera::Image& picture, std::int64_t number) {
  const uketsuke_face_image image = seen(picture, number);
  std::vector<std::uint8_t> bytes(10000);
  std::uint32_t size = 1;
  const std::int32_t status = plugin.make_template(instance, &image, bytes.data(), 10000, &size, nullptr, 0);
  EXPECT_TRUE(status == UKETSUKE_FACE_OK || status == UKETSUKE_FACE_NO_FACE) << status;
  bytes.resize(size);
  return bytes;
}

TEST_F(FacePlugin, ComparesTemplatesAsAPhotoWithAFrame) {
  for (const char* engine : {"opencv", "onnxruntime"}) {
    ASSERT_EQ(create({{"engine", engine}}), UKETSUKE_FACE_OK) << error.data();
    for (const std::uint32_t person : {1U, 2U}) {
      ASSERT_EQ(enrol(card_photo(person)), UKETSUKE_FACE_OK) << error.data();
      const camera::Image frame = rendered({});
      ASSERT_EQ(analyse(seen(frame), UKETSUKE_FACE_SIMILARITY), UKETSUKE_FACE_OK) << error.data();
      const auto a = template_of(*plugin, instance, card_photo(person), 0),
                 b = template_of(*plugin, instance, frame, 1);
      float similarity = -9;
      EXPECT_EQ(plugin->compare(instance, a.data(), static_cast<std::uint32_t>(a.size()), b.data(),
                                static_cast<std::uint32_t>(b.size()), &similarity, nullptr, 0),
                UKETSUKE_FACE_OK);
      EXPECT_EQ(similarity, faces[0].similarity) << engine << person;
    }
    plugin->destroy(std::exchange(instance, nullptr));
  }
}

/// A card's photo that shows little more than the face; the detector was not trained on such pictures.
camera::Image face_alone() {
  constexpr int kOff = 45;  // pixels on each side
  const camera::Image photo = card_photo(1);
  camera::Image face = camera::Image::blank(photo.width - 2 * kOff, photo.height - 2 * kOff, 1);
  for (int y = 0; y < face.height; ++y)
    for (int x = 0; x < face.width; ++x) *face.at(x, y) = *photo.at(x + kOff, y + kOff);
  return face;
}

TEST_F(FacePlugin, FindsAFaceThatFillsAPhoto) {
  for (const char* engine : {"opencv", "onnxruntime"}) {
    ASSERT_EQ(create({{"engine", engine}}), UKETSUKE_FACE_OK) << error.data();
    EXPECT_EQ(enrol(face_alone()), UKETSUKE_FACE_OK) << error.data();
    EXPECT_FALSE(template_of(*plugin, instance, face_alone(), 0).empty()) << engine;
    EXPECT_TRUE(template_of(*plugin, instance, face_alone(), 1).empty())
        << "as a frame it is not looked at twice";
    plugin->destroy(std::exchange(instance, nullptr));
  }
}

TEST_F(FacePlugin, ATemplateLeavesTheEnrolledPhotoAlone) {
  ASSERT_EQ(create(), UKETSUKE_FACE_OK);
  ASSERT_EQ(enrol(card_photo(1)), UKETSUKE_FACE_OK);
  template_of(*plugin, instance, card_photo(2), 0);
  const camera::Image frame = rendered({});
  ASSERT_EQ(analyse(seen(frame), UKETSUKE_FACE_SIMILARITY), UKETSUKE_FACE_OK);
  EXPECT_GT(faces[0].similarity, 0.5F);
}

TEST_F(FacePlugin, MakesNoTemplateWithoutAFace) {
  ASSERT_EQ(create(), UKETSUKE_FACE_OK);
  EXPECT_TRUE(template_of(*plugin, instance, empty_room(160, 200), 0).empty());
}

TEST_F(FacePlugin, RefusesTooLittleRoomForATemplateAndOneOfAnotherEngine) {
  ASSERT_EQ(create(), UKETSUKE_FACE_OK);
  const camera::Image photo = card_photo(1);
  const uketsuke_face_image image = seen(photo, 0);
  std::array<std::uint8_t, 100> bytes{};
  std::uint32_t size = 0;
  EXPECT_EQ(plugin->make_template(instance, &image, bytes.data(), 100, &size, error.data(), error.size()),
            UKETSUKE_FACE_FAILED);
  float similarity = 0;
  EXPECT_EQ(plugin->compare(instance, bytes.data(), 100, bytes.data(), 100, &similarity, error.data(),
                            error.size()),
            UKETSUKE_FACE_FAILED);
  EXPECT_THAT(error.data(), testing::HasSubstr("not a template of this face engine"));
}

TEST_F(FacePlugin, TellsItsStages) {
  ASSERT_EQ(create(), UKETSUKE_FACE_OK);
  ASSERT_EQ(enrol(card_photo(1)), UKETSUKE_FACE_OK);
  std::array<uketsuke_face_stage, 2> stages{};
  EXPECT_EQ(plugin->stages(instance, stages.data(), 2), 4U) << "detect, landmarks, align, embed";
  EXPECT_STREQ(stages[1].name, "landmarks");
  EXPECT_GT(stages[1].nanoseconds, 0);
}

TEST_F(FacePlugin, ForgetsThePhotoWhenWiped) {
  ASSERT_EQ(create(), UKETSUKE_FACE_OK);
  ASSERT_EQ(enrol(card_photo(1)), UKETSUKE_FACE_OK);
  plugin->wipe(instance);
  const camera::Image frame = rendered({});
  ASSERT_EQ(analyse(seen(frame), UKETSUKE_FACE_SIMILARITY), UKETSUKE_FACE_OK);
  EXPECT_TRUE(std::isnan(faces[0].similarity));
}

TEST_F(FacePlugin, SaysWhatIsWrongWithAnOption) {
  EXPECT_EQ(create({{"engin", "opencv"}}), UKETSUKE_FACE_BAD_OPTION);
  EXPECT_THAT(error.data(), testing::HasSubstr("engin"));
  EXPECT_EQ(instance, nullptr);
}

TEST_F(FacePlugin, SaysWhereAModelIsMissing) {
  EXPECT_EQ(create({{"models", "/nowhere"}}), UKETSUKE_FACE_NO_MODEL);
  EXPECT_THAT(error.data(), testing::HasSubstr("/nowhere/face/detect_offsets.onnx"));
}

TEST_F(FacePlugin, SaysThatAPhotoHasNoFace) {
  ASSERT_EQ(create(), UKETSUKE_FACE_OK);
  EXPECT_EQ(enrol(empty_room(160, 200)), UKETSUKE_FACE_NO_FACE);
}

TEST_F(FacePlugin, RefusesAFrameWithoutPixels) {
  ASSERT_EQ(create(), UKETSUKE_FACE_OK);
  EXPECT_EQ(analyse({nullptr, 640, 480, 1920, UKETSUKE_FACE_RGB8, 1, 0}, 0), UKETSUKE_FACE_BAD_IMAGE);
  EXPECT_EQ(count, 0U);
}

TEST_F(FacePlugin, CutsAMessageBetweenTwoCharacters) {
  // "option \"" has 8 bytes and 受 has 3: only one byte of the second character would fit.
  const nlohmann::json options = {{"models", "m"}, {"受付", 1}};
  std::array<char, 13> small{};
  small.fill('x');
  EXPECT_EQ(plugin->create(options.dump().c_str(), &instance, small.data(), small.size()),
            UKETSUKE_FACE_BAD_OPTION);
  EXPECT_STREQ(small.data(), "option \"受");
}

TEST_F(FacePlugin, NeedsNoRoomForAMessage) {
  EXPECT_EQ(plugin->create("{}", &instance, nullptr, 0), UKETSUKE_FACE_BAD_OPTION);
}

TEST_F(FacePlugin, DestroysNothingWithoutComplaint) { plugin->destroy(nullptr); }

/// Runs the body in a child, which is killed if it hangs. @returns true if the body returned true
template <class Body>
bool true_in_child(Body&& body) {
  const pid_t child = fork();
  if (child == 0) {
    alarm(20);
    _exit(body() ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST_F(FacePlugin, WorksInAChildOfTheProcessThatLoadedIt) {
  const camera::Image photo = card_photo(1);
  const camera::Image frame = rendered({});
  for (const char* engine : {"opencv", "onnxruntime"}) {
    for (const int threads : {1, 2}) {
      ASSERT_EQ(create({{"engine", engine}, {"threads", threads}}), UKETSUKE_FACE_OK) << error.data();
      EXPECT_TRUE(true_in_child([&] {
        return enrol(photo) == UKETSUKE_FACE_OK &&
               analyse(seen(frame), UKETSUKE_FACE_SIMILARITY) == UKETSUKE_FACE_OK &&
               faces[0].similarity > 0.5F;
      })) << engine
          << ", " << threads;
      plugin->destroy(std::exchange(instance, nullptr));
    }
  }
}

TEST_F(FacePlugin, ExportsNothingElse) {
  EXPECT_EQ(dlsym(library, "_ZN8uketsuke6reader11face_engine10FaceEngine4wipeEv"), nullptr);
}

}  // namespace face_plugin_test
}  // namespace uketsuke::reader::face_engine
