#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>
#include <opencv2/core.hpp>
#include <string_view>

#include "reader_model/face_engine/face_engine.h"
#include "reader_model/face_engine/face_error.h"
#include "reader_model/face_engine/overwrite.h"

// The C interface of FaceEngine: no exception leaves it.

using uketsuke::reader::face_engine::EngineOptions;
using uketsuke::reader::face_engine::FaceEngine;

struct uketsuke_face {
  EngineOptions options;
  std::unique_ptr<FaceEngine> engine;
  bool has_its_threads = false;

  /// A host creates an instance, forks, and uses it in the children. Threads do not survive a fork, so the
  /// engine has one thread until the first picture, which starts the others.
  explicit uketsuke_face(const EngineOptions& its_options) : options(its_options) {
    EngineOptions one_thread = options;
    one_thread.threads = 1;
    engine = std::make_unique<FaceEngine>(one_thread);
  }

  FaceEngine& ready() {
    if (options.threads > 1 && !has_its_threads) {
      engine = std::make_unique<FaceEngine>(options);
      has_its_threads = true;
    }
    return *engine;
  }
};

namespace {

using namespace uketsuke::reader::face_engine;

/// Copies a message, cutting it only between characters.
void tell(std::string_view message, char* error, size_t error_size) {
  if (error == nullptr || error_size == 0) return;
  std::size_t size = std::min(message.size(), error_size - 1);
  const auto continues = [&](std::size_t at) {
    return at < message.size() && (static_cast<unsigned char>(message[at]) & 0xC0U) == 0x80U;
  };
  while (size > 0 && continues(size)) --size;
  std::memcpy(error, message.data(), size);
  error[size] = '\0';
}

/// Runs the body of a function; turns an exception into a status and a text.
template <class Body>
int32_t guarded(char* error, size_t error_size, Body&& body) {
  try {
    body();
    return UKETSUKE_FACE_OK;
  } catch (const FaceError& problem) {
    tell(problem.what(), error, error_size);
    return problem.status();
  } catch (const cv::Exception& problem) {
    tell("OpenCV: " + problem.err, error, error_size);
    return UKETSUKE_FACE_FAILED;
  } catch (const std::exception& problem) {
    tell(problem.what(), error, error_size);
    return UKETSUKE_FACE_FAILED;
  }
}

int32_t create(const char* options_json, uketsuke_face** instance, char* error, size_t error_size) {
  return guarded(error, error_size, [&] {
    const EngineOptions options = parse_options(options_json != nullptr ? options_json : "");
    *instance = new uketsuke_face(options);
  });
}

int32_t enrol(uketsuke_face* instance, const uketsuke_face_image* photo, char* error, size_t error_size) {
  return guarded(error, error_size, [&] { instance->ready().enrol(photo); });
}

int32_t analyse(uketsuke_face* instance, const uketsuke_face_image* frame, uint32_t wanted,
                uketsuke_face_observation* faces, uint32_t capacity, uint32_t* count, char* error,
                size_t error_size) {
  *count = 0;
  return guarded(error, error_size,
                 [&] { *count = instance->ready().analyse(frame, wanted, faces, capacity); });
}

void wipe(uketsuke_face* instance) {
  // A network that fails on zeros has failed on the face before, and the host was informed.
  guarded(nullptr, 0, [&] { instance->engine->wipe(); });
}

void destroy(uketsuke_face* instance) {
  if (instance == nullptr) return;
  wipe(instance);
  delete instance;
}

uint32_t stages(const uketsuke_face* instance, uketsuke_face_stage* into, uint32_t capacity) {
  const StageClock& clock = instance->engine->stages();
  for (uint32_t i = 0; i < std::min(clock.count(), capacity); ++i) into[i] = clock[i];
  return clock.count();
}

int32_t make_template(uketsuke_face* instance, const uketsuke_face_image* picture, uint8_t* bytes,
                      uint32_t capacity, uint32_t* size, char* error, size_t error_size) {
  *size = 0;
  return guarded(error, error_size, [&] {
    if (capacity < sizeof(Template)) throw FaceError(UKETSUKE_FACE_FAILED, "no room for a template");
    const bool photo = picture != nullptr && picture->number == 0;
    Template made{};
    instance->ready().make_template(picture, photo ? FaceEngine::Kind::photo : FaceEngine::Kind::frame, made);
    std::memcpy(bytes, made.data(), sizeof made);
    *size = sizeof made;
    overwrite(made);
  });
}

Template template_of(const uint8_t* bytes, uint32_t size) {
  Template made{};
  if (size != sizeof made) throw FaceError(UKETSUKE_FACE_FAILED, "not a template of this face engine");
  std::memcpy(made.data(), bytes, sizeof made);
  return made;
}

int32_t compare(uketsuke_face*, const uint8_t* photo, uint32_t photo_size, const uint8_t* frame,
                uint32_t frame_size, float* likeness, char* error, size_t error_size) {
  return guarded(error, error_size, [&] {
    *likeness = similarity(template_of(photo, photo_size), template_of(frame, frame_size));
  });
}

const uketsuke_face_plugin kPlugin = {UKETSUKE_FACE_PLUGIN_ABI,
                                      sizeof(uketsuke_face_plugin),
                                      "uketsuke",
                                      UKETSUKE_VERSION,
                                      create,
                                      enrol,
                                      analyse,
                                      wipe,
                                      destroy,
                                      stages,
                                      make_template,
                                      compare};

}  // namespace

extern "C" __attribute__((visibility("default"))) const uketsuke_face_plugin* uketsuke_face_plugin_get(void) {
  return &kPlugin;
}
