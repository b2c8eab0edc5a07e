#include "tests/unit/reader_model/face_match/scripted_plugin.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <stdexcept>

struct uketsuke_face {};

namespace uketsuke::reader {

namespace {

uketsuke_face the_instance;

std::int32_t answer(std::int32_t status, char* error, std::size_t size) {
  const PluginScript& script = plugin_script();
  if (status != UKETSUKE_FACE_OK && !script.error.empty()) {
    const std::size_t count = std::min(script.error.size(), script.terminate ? size - 1 : size);
    std::memcpy(error, script.error.data(), count);
    if (script.terminate) error[count] = '\0';
  }
  std::memset(error + size, 'x', script.overrun);
  return status;
}

std::int32_t create(const char* options, uketsuke_face** instance, char* error, std::size_t size) {
  plugin_script().options = options;
  *instance = plugin_script().no_instance ? nullptr : &the_instance;
  return answer(plugin_script().create_status, error, size);
}

std::int32_t enrol(uketsuke_face*, const uketsuke_face_image* photo, char* error, std::size_t size) {
  plugin_script().enrolled.assign(photo->pixels, photo->pixels + photo->stride * photo->height);
  return answer(plugin_script().enrol_status, error, size);
}

std::int32_t analyse(uketsuke_face*, const uketsuke_face_image* frame, std::uint32_t wanted,
                     uketsuke_face_observation* faces, std::uint32_t capacity, std::uint32_t* count,
                     char* error, std::size_t size) {
  PluginScript& script = plugin_script();
  if (script.throws) throw std::runtime_error("out of tensors");
  script.wanted.push_back(wanted);
  script.numbers.push_back(frame->number);
  script.exposed.push_back(frame->exposed_us);
  if (script.faces) {
    const auto found = script.faces(*frame, wanted);
    std::copy_n(found.begin(), std::min<std::size_t>(found.size(), capacity), faces);
    *count = static_cast<std::uint32_t>(found.size());
  }
  *count += script.extra_count;
  std::memset(static_cast<void*>(faces + capacity), 0, script.faces_past_end * sizeof(*faces));
  return answer(script.analyse_status, error, size);
}

void wipe(uketsuke_face*) { ++plugin_script().wipes; }
void destroy(uketsuke_face*) { ++plugin_script().destroyed; }

std::uint32_t stages(const uketsuke_face*, uketsuke_face_stage* out, std::uint32_t capacity) {
  const PluginScript& script = plugin_script();
  for (std::size_t i = 0; i < script.stage_names.size() && i < capacity; ++i) {
    out[i] = {script.stage_names[i].c_str(), script.stage_time};
  }
  return static_cast<std::uint32_t>(script.stage_names.size());
}

std::int32_t make_template(uketsuke_face*, const uketsuke_face_image* picture, std::uint8_t* bytes,
                           std::uint32_t capacity, std::uint32_t* size, char* error, std::size_t error_size) {
  PluginScript& script = plugin_script();
  script.template_numbers.push_back(picture->number);
  std::copy(script.made.begin(), script.made.end(), bytes);
  std::memset(bytes + capacity, 0, script.template_past_end);
  *size = static_cast<std::uint32_t>(script.made.size()) + script.template_size_off;
  return answer(script.template_status, error, error_size);
}

std::int32_t compare(uketsuke_face*, const std::uint8_t* photo, std::uint32_t photo_size,
                     const std::uint8_t* frame, std::uint32_t frame_size, float* similarity, char* error,
                     std::size_t error_size) {
  PluginScript& script = plugin_script();
  script.compared = {{photo, photo + photo_size}, {frame, frame + frame_size}};
  *similarity = script.likeness;
  return answer(script.compare_status, error, error_size);
}

}  // namespace

PluginScript& plugin_script() {
  static PluginScript script;
  return script;
}

uketsuke_face_plugin scripted_table() {
  return {UKETSUKE_FACE_PLUGIN_ABI,
          sizeof(uketsuke_face_plugin),
          "scripted",
          "1.2",
          create,
          enrol,
          analyse,
          wipe,
          destroy,
          stages,
          make_template,
          compare};
}

uketsuke_face_observation seen_face(const std::vector<camera::Vec2>& landmarks, float similarity,
                                    float liveness) {
  uketsuke_face_observation face{};
  float left = std::numeric_limits<float>::max(), top = left, right = -left, bottom = -left;
  for (std::size_t i = 0; i < landmarks.size(); ++i) {
    face.landmarks[i] = {landmarks[i].x, landmarks[i].y};
    left = std::min(left, landmarks[i].x);
    right = std::max(right, landmarks[i].x);
    top = std::min(top, landmarks[i].y);
    bottom = std::max(bottom, landmarks[i].y);
  }
  face.x = left;
  face.y = top;
  face.width = right - left;
  face.height = bottom - top;
  face.confidence = 0.95F;
  face.landmark_count = static_cast<std::uint32_t>(landmarks.size());
  face.similarity = similarity;
  face.liveness = liveness;
  return face;
}

}  // namespace uketsuke::reader
