#include "camera_model/source/capture_module.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <cstdlib>

#include "base/error.h"

namespace uketsuke::camera {

namespace fs = std::filesystem;

namespace {

constexpr const char* kName = "libuketsuke_capture.so";

std::string last_loader_error() {
  const char* text = dlerror();  // NOLINT(concurrency-mt-unsafe): modules are opened by one thread
  return text == nullptr ? "unknown" : text;
}

}  // namespace

fs::path find_capture_module() {
  std::error_code error;
  const char* named = std::getenv("UKETSUKE_MODULES");  // NOLINT(concurrency-mt-unsafe): no thread sets it
  if (named != nullptr && *named != '\0') {
    const fs::path file = fs::path(named) / kName;
    if (fs::exists(file, error)) return file;
    throw InputError(InputProblem::unreadable, {file.string(), 0, 0},
                     "does not exist; UKETSUKE_MODULES must name the folder that holds it");
  }
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& file : {folder / kName, folder.parent_path() / "lib/uketsuke" / kName})
    if (fs::exists(file, error)) return file;
  throw InputError(InputProblem::unreadable, {(folder / kName).string(), 0, 0},
                   "does not exist, but pictures from files and cameras need it; build the target "
                   "uketsuke_capture, or name its folder in UKETSUKE_MODULES");
}

CaptureModule::CaptureModule(const fs::path& file) {
  void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (library == nullptr) {
    throw SystemError(fmt::format("{}: cannot be opened ({}); is libopencv-dev installed?", file.string(),
                                  last_loader_error()));
  }
  void* symbol = dlsym(library, "uketsuke_capture_get");
  if (symbol == nullptr)
    throw SystemError(fmt::format("{}: is not the capture module; build it again", file.string()));
  calls_ = reinterpret_cast<decltype(&uketsuke_capture_get)>(symbol)();
  if (calls_ == nullptr || calls_->abi_version != UKETSUKE_CAPTURE_ABI ||
      calls_->struct_size != sizeof(uketsuke_capture_module)) {
    throw SystemError(
        fmt::format("{}: belongs to another build of the program; build it again", file.string()));
  }
}

const CaptureModule& CaptureModule::get() {
  static const CaptureModule module(find_capture_module());
  return module;
}

}  // namespace uketsuke::camera
