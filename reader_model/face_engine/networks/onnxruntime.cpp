#include "reader_model/face_engine/networks/onnxruntime.h"

#include <dlfcn.h>

#include "reader_model/face_engine/face_error.h"
#include "reader_model/face_engine/networks/leak_check.h"

namespace uketsuke::reader::face_engine {

namespace {

/// The library stays loaded for good: it leaves thread-local objects whose code must remain.
void* open_library(const std::filesystem::path& file) {
  void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (library != nullptr) return library;
  const char* reason = dlerror();
  throw FaceError(UKETSUKE_FACE_NO_MODEL,
                  "ONNX Runtime cannot be loaded: " + std::string(reason != nullptr ? reason : file.c_str()) +
                      "; build with ./uketsuke, which installs it, or use the engine `opencv`");
}

}  // namespace

OnnxRuntime::OnnxRuntime(const std::filesystem::path& file) {
  const NoLeakCheck no_leak_check;
  void* library = open_library(file);
  using GetApiBase = const ort::ApiBase*();
  auto* get_base = reinterpret_cast<GetApiBase*>(dlsym(library, "OrtGetApiBase"));
  const ort::ApiBase* base = get_base != nullptr ? get_base() : nullptr;
  table_ = base != nullptr ? base->get_api(ort::kApiVersion) : nullptr;
  if (table_ == nullptr) {
    throw FaceError(UKETSUKE_FACE_NO_MODEL,
                    file.string() + ": not an ONNX Runtime library of version 1.12 or later");
  }
  version_ = base->get_version();
  call<ort::CreateEnv>(ort::kLogFatal, "uketsuke", &env_);
  call<ort::CreateCpuMemoryInfo>(ort::kArenaAllocator, ort::kDefaultMemory, &memory_);
  call<ort::GetDefaultAllocator>(&allocator_);  // owned by the library: not released
}

OnnxRuntime::~OnnxRuntime() {
  release<ort::ReleaseMemoryInfo>(memory_);
  release<ort::ReleaseEnv>(env_);
}

void OnnxRuntime::fail(ort::Status* status) const {
  const std::string text = ort::GetErrorMessage::in(table_)(status);
  release<ort::ReleaseStatus>(status);
  throw FaceError(UKETSUKE_FACE_FAILED, "ONNX Runtime: " + text);
}

}  // namespace uketsuke::reader::face_engine
