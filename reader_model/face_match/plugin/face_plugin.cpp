#include "reader_model/face_match/plugin/face_plugin.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <limits>
#include <stdexcept>
#include <utility>

#include "reader_model/face_match/plugin/current_call.h"
#include "reader_model/face_match/plugin/plugin_checks.h"

namespace uketsuke::reader {

namespace {

constexpr std::size_t kFaces = 16;
constexpr std::size_t kStages = 32;
constexpr std::size_t kNameRoom = 128;
constexpr std::uint32_t kTemplateRoom = 65536;  // bytes; templates of embedders have 1,000 to 8,000
constexpr std::uint32_t kTemplateGuard = 256;

/// Calls into the plug-in: marks the call as in progress, and turns exceptions into PluginError.
template <class Function>
auto call(const std::string& library, const char* function, Function&& body) {
  const CurrentCall in_flight(library, function);
  try {
    return body();
  } catch (const std::exception& error) {
    throw PluginError(PluginProblem::threw, library,
                      fmt::format("{} let a C++ exception out ({}); a C function must return a status",
                                  function, error.what()));
  } catch (...) {
    throw PluginError(PluginProblem::threw, library,
                      fmt::format("{} let a C++ exception out; a C function must return a status", function));
  }
}

/// Buffer in which a plug-in may write why it failed, followed by guard bytes that it must not touch.
class ErrorText {
 public:
  ErrorText() {
    std::memset(bytes_.data(), 0, kRoom);
    std::memset(bytes_.data() + kRoom, kMark, kGuard);
  }
  char* data() { return bytes_.data(); }
  static constexpr std::size_t size() { return kRoom; }

  void check(const std::string& library, const char* function) const {
    if (std::any_of(bytes_.begin() + kRoom, bytes_.end(), [](char byte) { return byte != kMark; })) {
      throw PluginError(
          PluginProblem::wrote_past_end, library,
          fmt::format("{} wrote beyond the {} bytes of its error text (error_size)", function, kRoom));
    }
  }

  /// The plug-in's text, preceded by a colon; empty if it wrote nothing.
  std::string text() const {
    const std::string plain = plain_text(bytes_.data(), kRoom);
    return plain.empty() ? "" : ": " + plain;
  }

 private:
  static constexpr std::size_t kRoom = 256;
  static constexpr std::size_t kGuard = 64;
  static constexpr char kMark = 0x5A;
  std::array<char, kRoom + kGuard> bytes_{};
};

uketsuke_face_image to_abi(const camera::Image& image, std::int64_t number, std::int64_t exposed_us) {
  uketsuke_face_image result{};
  result.pixels = image.pixels.data();
  result.width = image.width;
  result.height = image.height;
  result.stride = image.width * image.channels;
  result.format = image.channels == 1 ? UKETSUKE_FACE_GREY8 : UKETSUKE_FACE_RGB8;
  result.number = number;
  result.exposed_us = exposed_us;
  return result;
}

void require_known_form(const camera::Image& image) {
  const auto bytes = static_cast<std::size_t>(std::max(image.width, 0)) *
                     static_cast<std::size_t>(std::max(image.height, 0)) *
                     static_cast<std::size_t>(std::max(image.channels, 0));
  if (bytes == 0 || (image.channels != 1 && image.channels != 3) || image.pixels.size() != bytes) {
    throw std::invalid_argument(
        fmt::format("a face plug-in takes grey or RGB pictures, not {}x{} with {} channels", image.width,
                    image.height, image.channels));
  }
}

[[noreturn]] void fail(const std::string& library, const char* function, std::int32_t status,
                       const ErrorText& error) {
  if (status == UKETSUKE_FACE_FAILED || status == UKETSUKE_FACE_BAD_IMAGE) {
    throw PluginError(PluginProblem::failed, library,
                      fmt::format("{} failed ({}){}", function, status_name(status), error.text()));
  }
  throw PluginError(PluginProblem::bad_status, library,
                    fmt::format("{} may not return {}{}", function, status_name(status), error.text()));
}

}  // namespace

FacePlugin FacePlugin::open(const std::filesystem::path& library) {
  std::error_code unknown;
  const std::filesystem::path path = std::filesystem::absolute(library, unknown);
  const std::string name = library.string();
  if (!std::filesystem::exists(path, unknown)) {
    throw PluginError(PluginProblem::cannot_open, name, "there is no such file");
  }
  // RTLD_NODELETE: see the class. RTLD_LOCAL: two plug-ins may contain different versions of one library.
  void* handle = nullptr;
  {
    const CurrentCall in_flight(name, "dlopen");
    handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  }
  if (handle == nullptr) {
    const char* reason = dlerror();
    throw PluginError(PluginProblem::cannot_open, name,
                      fmt::format("cannot be opened: {}; `ldd` lists libraries that it lacks",
                                  reason == nullptr ? "no reason given" : reason));
  }
  using Get = const uketsuke_face_plugin* (*)();
  const auto get = reinterpret_cast<Get>(dlsym(handle, "uketsuke_face_plugin_get"));
  if (get == nullptr) {
    throw PluginError(
        PluginProblem::no_symbol, name,
        "exports no uketsuke_face_plugin_get; define it as uketsuke_face_plugin.h declares it and "
        "keep it visible (docs/face-plugin.md)");
  }
  return {call(name, "uketsuke_face_plugin_get", [&] { return get(); }), name};
}

FacePlugin::FacePlugin(const uketsuke_face_plugin* table, std::string library)
    : table_(table), library_(std::move(library)) {
  check_table(table_, library_);
  name_ = plain_text(table_->name, kNameRoom);
  version_ = plain_text(table_->version, kNameRoom);
}

std::unique_ptr<FaceInstance> FacePlugin::create(const std::string& options_json) const {
  ErrorText error;
  uketsuke_face* handle = nullptr;
  const std::int32_t status = call(library_, "create", [&] {
    return table_->create(options_json.c_str(), &handle, error.data(), ErrorText::size());
  });
  error.check(library_, "create");
  if (status == UKETSUKE_FACE_NO_MODEL) {
    throw PluginError(PluginProblem::no_model, library_,
                      fmt::format("a model file is missing or altered{}", error.text()));
  }
  if (status == UKETSUKE_FACE_BAD_OPTION) {
    throw PluginError(PluginProblem::bad_option, library_,
                      fmt::format("does not take its options {}{}", options_json, error.text()));
  }
  if (status != UKETSUKE_FACE_OK) fail(library_, "create", status, error);
  if (handle == nullptr) {
    throw PluginError(PluginProblem::bad_status, library_,
                      "create returned UKETSUKE_FACE_OK and no instance");
  }
  return std::make_unique<FaceInstance>(*table_, library_, handle, kFaces);
}

FaceInstance::FaceInstance(const uketsuke_face_plugin& table, std::string library, uketsuke_face* handle,
                           std::size_t capacity)
    : table_(table), library_(std::move(library)), handle_(handle), faces_(capacity + 1) {}

FaceInstance::~FaceInstance() {
  try {
    call(library_, "destroy", [&] { table_.destroy(handle_); });
  } catch (const PluginError&) {  // in a destructor, nothing more can be done
  }
}

PhotoAnswer FaceInstance::enrol(const camera::Image& photo) {
  require_known_form(photo);
  const uketsuke_face_image image = to_abi(photo, 0, 0);
  ErrorText error;
  const std::int32_t status =
      call(library_, "enrol", [&] { return table_.enrol(handle_, &image, error.data(), ErrorText::size()); });
  error.check(library_, "enrol");
  if (status == UKETSUKE_FACE_OK) return {PhotoVerdict::enrolled, ""};
  if (status == UKETSUKE_FACE_NO_FACE) return {PhotoVerdict::no_face, "no face in the photo" + error.text()};
  if (status == UKETSUKE_FACE_BAD_IMAGE) return {PhotoVerdict::bad_image, "unusable photo" + error.text()};
  fail(library_, "enrol", status, error);
}

std::vector<FaceObservation> FaceInstance::analyse(const camera::Image& frame, std::int64_t number,
                                                   std::int64_t exposed_us, std::uint32_t wanted) {
  require_known_form(frame);
  const uketsuke_face_image image = to_abi(frame, number, exposed_us);
  const auto capacity = static_cast<std::uint32_t>(faces_.size() - 1);
  // A member that the plug-in does not set is NaN, and not a score of an earlier frame.
  std::memset(faces_.data(), 0xFF, faces_.size() * sizeof(faces_[0]));
  std::uint32_t count = 0;
  ErrorText error;
  const std::int32_t status = call(library_, "analyse", [&] {
    return table_.analyse(handle_, &image, wanted, faces_.data(), capacity, &count, error.data(),
                          ErrorText::size());
  });
  error.check(library_, "analyse");
  const auto* guard = reinterpret_cast<const unsigned char*>(&faces_.back());
  if (std::any_of(guard, guard + sizeof(faces_[0]), [](unsigned char byte) { return byte != 0xFF; })) {
    throw PluginError(PluginProblem::wrote_past_end, library_,
                      fmt::format("analyse wrote more than the {} faces of `capacity`", capacity));
  }
  if (status != UKETSUKE_FACE_OK) fail(library_, "analyse", status, error);
  if (count > capacity) {
    throw PluginError(PluginProblem::bad_count, library_,
                      fmt::format("analyse gave count = {}, more than capacity = {}", count, capacity));
  }
  std::vector<FaceObservation> found;
  for (std::uint32_t i = 0; i < count; ++i) found.push_back(checked(faces_[i], frame, library_));
  std::stable_sort(found.begin(), found.end(), [](const FaceObservation& a, const FaceObservation& b) {
    return a.box.area() > b.box.area();
  });
  return found;
}

bool FaceInstance::makes_templates() const { return reader::makes_templates(table_); }

TemplateAnswer FaceInstance::make_template(const camera::Image& picture, std::int64_t number) {
  require_known_form(picture);
  const uketsuke_face_image image = to_abi(picture, number, 0);
  constexpr std::uint8_t kMark = 0x5A;
  std::vector<std::uint8_t> bytes(kTemplateRoom + kTemplateGuard, kMark);
  std::uint32_t size = 0;
  ErrorText error;
  const std::int32_t status = call(library_, "make_template", [&] {
    return table_.make_template(handle_, &image, bytes.data(), kTemplateRoom, &size, error.data(),
                                ErrorText::size());
  });
  error.check(library_, "make_template");
  if (std::any_of(bytes.begin() + kTemplateRoom, bytes.end(),
                  [](std::uint8_t byte) { return byte != kMark; })) {
    throw PluginError(PluginProblem::wrote_past_end, library_,
                      fmt::format("make_template wrote beyond the {} bytes of `capacity`", kTemplateRoom));
  }
  if (status == UKETSUKE_FACE_NO_FACE) return {PhotoVerdict::no_face, "no face in it" + error.text(), {}};
  if (status == UKETSUKE_FACE_BAD_IMAGE)
    return {PhotoVerdict::bad_image, "unusable picture" + error.text(), {}};
  if (status != UKETSUKE_FACE_OK) fail(library_, "make_template", status, error);
  if (size == 0 || size > kTemplateRoom) {
    throw PluginError(PluginProblem::bad_count, library_,
                      fmt::format("make_template gave size = {}, which must be from 1 to {} (capacity)", size,
                                  kTemplateRoom));
  }
  bytes.resize(size);
  return {PhotoVerdict::enrolled, "", std::move(bytes)};
}

float FaceInstance::compare(const TemplateAnswer& photo, const TemplateAnswer& frame) {
  float similarity = std::numeric_limits<float>::quiet_NaN();
  ErrorText error;
  const std::int32_t status = call(library_, "compare", [&] {
    return table_.compare(handle_, photo.bytes.data(), static_cast<std::uint32_t>(photo.bytes.size()),
                          frame.bytes.data(), static_cast<std::uint32_t>(frame.bytes.size()), &similarity,
                          error.data(), ErrorText::size());
  });
  error.check(library_, "compare");
  if (status != UKETSUKE_FACE_OK) fail(library_, "compare", status, error);
  return checked_similarity(similarity, library_);
}

void FaceInstance::wipe() {
  std::memset(faces_.data(), 0, faces_.size() * sizeof(faces_[0]));
  call(library_, "wipe", [&] { table_.wipe(handle_); });
}

std::vector<StageTime> FaceInstance::stages() {
  if (table_.stages == nullptr) return {};
  std::array<uketsuke_face_stage, kStages> raw{};
  const std::uint32_t there =
      call(library_, "stages", [&] { return table_.stages(handle_, raw.data(), kStages); });
  const std::size_t count =
      std::min<std::size_t>(there, kStages);  // the plug-in may have measured more than fits
  std::vector<StageTime> result;
  for (std::size_t i = 0; i < count; ++i) {
    if (raw[i].name == nullptr || raw[i].nanoseconds < 0) {
      throw PluginError(PluginProblem::bad_number, library_,
                        "stages gave a stage without a name or with a negative time");
    }
    result.push_back({plain_text(raw[i].name, kNameRoom), raw[i].nanoseconds});
  }
  return result;
}

}  // namespace uketsuke::reader
