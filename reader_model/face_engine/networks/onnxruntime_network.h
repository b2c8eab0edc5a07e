#pragma once

#include <memory>

#include "reader_model/face_engine/networks/network.h"
#include "reader_model/face_engine/networks/onnxruntime.h"

namespace uketsuke::reader::face_engine {

/// A network run by ONNX Runtime. Input and outputs are tensors over our own buffers, created once.
class OnnxRuntimeNetwork : public Network {
 public:
  /// @param threads of this network alone. Several sessions of two or more threads wait for each other in
  /// busy loops, and the whole pipeline then takes longer than with one thread.
  /// @throws FaceError (NO_MODEL) if the file is missing, truncated, or another model
  OnnxRuntimeNetwork(std::shared_ptr<const OnnxRuntime> runtime, const std::filesystem::path& file,
                     NetworkShape shape, int threads);
  ~OnnxRuntimeNetwork() override;

  float* input() override { return input_.numbers.data(); }

 private:
  struct Buffer {
    std::string name;
    std::vector<std::int64_t> shape;
    std::vector<float> numbers;
  };

  void open(const std::filesystem::path& file, int threads);
  void read_names();
  void bind_outputs();
  ort::Value* tensor_over(Buffer& tensor) const;
  void release();
  void forward() override;
  std::size_t result_count() const override { return outputs_.size(); }
  Values result(std::size_t index) const override {
    return {outputs_[index].numbers.data(), outputs_[index].numbers.size()};
  }

  std::shared_ptr<const OnnxRuntime> runtime_;
  ort::Session* session_ = nullptr;
  Buffer input_;
  ort::Value* input_value_ = nullptr;
  std::vector<Buffer> outputs_;
  std::vector<const char*> output_names_;
  std::vector<ort::Value*> output_values_;  ///< tensors over outputs_
};

}  // namespace uketsuke::reader::face_engine
