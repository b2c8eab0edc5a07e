#include "reader_model/face_engine/networks/onnxruntime_network.h"

#include <algorithm>
#include <utility>

#include "reader_model/face_engine/face_error.h"
#include "reader_model/face_engine/networks/flush_denormals.h"
#include "reader_model/face_engine/networks/leak_check.h"
#include "reader_model/face_engine/networks/model_file.h"

namespace uketsuke::reader::face_engine {

OnnxRuntimeNetwork::OnnxRuntimeNetwork(std::shared_ptr<const OnnxRuntime> runtime,
                                       const std::filesystem::path& file, NetworkShape network_shape,
                                       int threads)
    : Network(std::move(network_shape)), runtime_(std::move(runtime)) {
  // For the first run; also, the library's first session sets the state of its thread for good.
  const FlushDenormals flush_denormals;
  try {
    open(file, threads);
    read_names();
    input_.shape.assign(shape().input.begin(), shape().input.end());
    input_.numbers.resize(input_size());
    input_value_ = tensor_over(input_);
    bind_outputs();
    prove(file);
  } catch (const FaceError& error) {
    release();
    if (error.status() == UKETSUKE_FACE_NO_MODEL) throw;
    throw FaceError(UKETSUKE_FACE_NO_MODEL, file.string() + ": " + error.what());
  }
}

OnnxRuntimeNetwork::~OnnxRuntimeNetwork() { release(); }

void OnnxRuntimeNetwork::open(const std::filesystem::path& file, int threads) {
  const std::vector<char> model = read_model(file);
  const NoLeakCheck no_leak_check;
  ort::SessionOptions* options = nullptr;
  runtime_->call<ort::CreateSessionOptions>(&options);
  const std::unique_ptr<ort::SessionOptions, void (*)(ort::SessionOptions*)> owner(
      options, ort::ReleaseSessionOptions::in(runtime_->table()));
  runtime_->call<ort::SetGraphOptimizationLevel>(options, ort::kAllOptimizations);
  runtime_->call<ort::SetIntraOpNumThreads>(options, threads);
  runtime_->call<ort::SetInterOpNumThreads>(options, 1);
  runtime_->call<ort::AddSessionConfigEntry>(options, "session.set_denormal_as_zero",
                                             "1");  // in the session's own threads
  runtime_->call<ort::CreateSessionFromArray>(runtime_->env(), model.data(), model.size(), options,
                                              &session_);
}

void OnnxRuntimeNetwork::read_names() {
  const auto name = [&](char* text) {
    std::string copy = text;
    runtime_->call<ort::AllocatorFree>(runtime_->allocator(), text);
    return copy;
  };
  std::size_t inputs = 0;
  std::size_t outputs = 0;
  char* text = nullptr;
  runtime_->call<ort::SessionGetInputCount>(session_, &inputs);
  runtime_->call<ort::SessionGetOutputCount>(session_, &outputs);
  if (inputs != 1)
    throw FaceError(UKETSUKE_FACE_NO_MODEL, "a model with " + std::to_string(inputs) + " inputs");
  runtime_->call<ort::SessionGetInputName>(session_, std::size_t{0}, runtime_->allocator(), &text);
  input_.name = name(text);
  outputs_.resize(outputs);
  for (std::size_t i = 0; i < outputs; ++i) {
    runtime_->call<ort::SessionGetOutputName>(session_, i, runtime_->allocator(), &text);
    outputs_[i].name = name(text);
  }
  for (const Buffer& output : outputs_) output_names_.push_back(output.name.c_str());
  output_values_.assign(outputs, nullptr);
}

/// Lets the library allocate the outputs of a first run, in order to learn their shapes.
void OnnxRuntimeNetwork::bind_outputs() {
  forward();
  for (std::size_t i = 0; i < outputs_.size(); ++i) {
    ort::Value* const value = std::exchange(output_values_[i], nullptr);
    const std::unique_ptr<ort::Value, void (*)(ort::Value*)> owner(value,
                                                                   ort::ReleaseValue::in(runtime_->table()));
    ort::ShapeInfo* info = nullptr;
    runtime_->call<ort::GetTensorTypeAndShape>(value, &info);
    const std::unique_ptr<ort::ShapeInfo, void (*)(ort::ShapeInfo*)> info_owner(
        info, ort::ReleaseShapeInfo::in(runtime_->table()));
    std::size_t rank = 0;
    runtime_->call<ort::GetDimensionsCount>(info, &rank);
    outputs_[i].shape.resize(rank);
    runtime_->call<ort::GetDimensions>(info, outputs_[i].shape.data(), rank);
    std::size_t size = 1;
    for (const std::int64_t side : outputs_[i].shape) size *= static_cast<std::size_t>(side);
    outputs_[i].numbers.resize(size);
    output_values_[i] = tensor_over(outputs_[i]);
  }
}

ort::Value* OnnxRuntimeNetwork::tensor_over(Buffer& tensor) const {
  ort::Value* value = nullptr;
  runtime_->call<ort::CreateTensorWithData>(runtime_->memory(), tensor.numbers.data(),
                                            tensor.numbers.size() * sizeof(float), tensor.shape.data(),
                                            tensor.shape.size(), ort::kFloat32, &value);
  return value;
}

void OnnxRuntimeNetwork::forward() {
  const NoLeakCheck no_leak_check;
  const char* input_name = input_.name.c_str();
  runtime_->call<ort::Run>(session_, nullptr, &input_name, &input_value_, std::size_t{1},
                           output_names_.data(), output_names_.size(), output_values_.data());
}

void OnnxRuntimeNetwork::release() {
  for (ort::Value*& output : output_values_)
    runtime_->release<ort::ReleaseValue>(std::exchange(output, nullptr));
  runtime_->release<ort::ReleaseValue>(std::exchange(input_value_, nullptr));
  runtime_->release<ort::ReleaseSession>(std::exchange(session_, nullptr));
}

}  // namespace uketsuke::reader::face_engine
