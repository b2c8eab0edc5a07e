#pragma once

#include <cstddef>
#include <cstdint>

/// The part of ONNX Runtime's C interface used here. Debian 12 does not package its header. The interface is
/// a table of functions whose order never changes ("new functions are added at the end",
/// onnxruntime_c_api.h), so a function is identified by its position. A library too old to have all of these
/// does not provide a table of kApiVersion.
namespace uketsuke::reader::face_engine::ort {

struct Env;
struct Session;
struct SessionOptions;
struct RunOptions;
struct MemoryInfo;
struct Allocator;
struct Value;
struct ShapeInfo;
struct Status;  ///< nullptr: success; otherwise to be released

using Function = void (*)();

struct ApiBase {
  const Function* (*get_api)(std::uint32_t version);
  const char* (*get_version)();
};

constexpr std::uint32_t kApiVersion = 12;

/// Values of OrtLoggingLevel, ONNXTensorElementDataType, OrtAllocatorType, OrtMemType and
/// GraphOptimizationLevel.
constexpr int kLogFatal = 4;
constexpr int kFloat32 = 1;
constexpr int kArenaAllocator = 1;
constexpr int kDefaultMemory = 0;
constexpr int kAllOptimizations = 99;

/// A function of the table: its position and its type.
template <std::size_t Position, class Type>
struct Entry {
  static Type* in(const Function* table) { return reinterpret_cast<Type*>(table[Position]); }
};

using GetErrorMessage = Entry<2, const char*(const Status*)>;
using CreateEnv = Entry<3, Status*(int log_level, const char* name, Env**)>;
using CreateSessionFromArray =
    Entry<8, Status*(const Env*, const void* model, std::size_t size, const SessionOptions*, Session**)>;
using Run = Entry<9, Status*(Session*, const RunOptions*, const char* const* input_names,
                             const Value* const* inputs, std::size_t input_count,
                             const char* const* output_names, std::size_t output_count, Value** outputs)>;
using CreateSessionOptions = Entry<10, Status*(SessionOptions**)>;
using SetGraphOptimizationLevel = Entry<23, Status*(SessionOptions*, int level)>;
using SetIntraOpNumThreads = Entry<24, Status*(SessionOptions*, int threads)>;
using SetInterOpNumThreads = Entry<25, Status*(SessionOptions*, int threads)>;
using SessionGetInputCount = Entry<30, Status*(const Session*, std::size_t*)>;
using SessionGetOutputCount = Entry<31, Status*(const Session*, std::size_t*)>;
using SessionGetInputName = Entry<36, Status*(const Session*, std::size_t index, Allocator*, char**)>;
using SessionGetOutputName = Entry<37, Status*(const Session*, std::size_t index, Allocator*, char**)>;
using CreateTensorWithData =
    Entry<49, Status*(const MemoryInfo*, void* data, std::size_t bytes, const std::int64_t* shape,
                      std::size_t rank, int type, Value**)>;
using GetTensorMutableData = Entry<51, Status*(Value*, void**)>;
using GetDimensionsCount = Entry<61, Status*(const ShapeInfo*, std::size_t*)>;
using GetDimensions = Entry<62, Status*(const ShapeInfo*, std::int64_t*, std::size_t)>;
using GetTensorTypeAndShape = Entry<65, Status*(const Value*, ShapeInfo**)>;
using CreateCpuMemoryInfo = Entry<69, Status*(int allocator, int memory, MemoryInfo**)>;
using AllocatorFree = Entry<76, Status*(Allocator*, void*)>;
using GetDefaultAllocator = Entry<78, Status*(Allocator**)>;
using ReleaseEnv = Entry<92, void(Env*)>;
using ReleaseStatus = Entry<93, void(Status*)>;
using ReleaseMemoryInfo = Entry<94, void(MemoryInfo*)>;
using ReleaseSession = Entry<95, void(Session*)>;
using ReleaseValue = Entry<96, void(Value*)>;
using ReleaseShapeInfo = Entry<99, void(ShapeInfo*)>;
using ReleaseSessionOptions = Entry<100, void(SessionOptions*)>;
using AddSessionConfigEntry = Entry<130, Status*(SessionOptions*, const char* key, const char* value)>;

}  // namespace uketsuke::reader::face_engine::ort
