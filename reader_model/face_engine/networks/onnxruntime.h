#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "reader_model/face_engine/networks/onnxruntime_api.h"

namespace uketsuke::reader::face_engine {

/// libonnxruntime.so.1, opened once, and the objects that its sessions share.
class OnnxRuntime {
 public:
  /// @param library path of the file; always the same one within a process
  /// @throws FaceError (NO_MODEL) if it is missing, cannot be loaded, or is not ONNX Runtime
  explicit OnnxRuntime(const std::filesystem::path& library);
  ~OnnxRuntime();
  OnnxRuntime(const OnnxRuntime&) = delete;
  OnnxRuntime& operator=(const OnnxRuntime&) = delete;

  /// Calls a function of the table. @throws FaceError (FAILED) with the library's own text
  template <class Entry, class... Arguments>
  void call(Arguments... arguments) const {
    if (ort::Status* status = Entry::in(table_)(arguments...)) fail(status);
  }

  /// Calls a release function of the table.
  template <class Entry, class Object>
  void release(Object* object) const {
    if (object != nullptr) Entry::in(table_)(object);
  }

  const ort::Function* table() const { return table_; }
  const ort::Env* env() const { return env_; }
  const ort::MemoryInfo* memory() const { return memory_; }
  ort::Allocator* allocator() const { return allocator_; }
  std::string version() const { return version_; }

 private:
  [[noreturn]] void fail(ort::Status* status) const;

  const ort::Function* table_ = nullptr;
  std::string version_;
  ort::Env* env_ = nullptr;
  ort::MemoryInfo* memory_ = nullptr;
  ort::Allocator* allocator_ = nullptr;
};

}  // namespace uketsuke::reader::face_engine
