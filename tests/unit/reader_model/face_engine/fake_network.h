#pragma once

#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "reader_model/face_engine/networks/network.h"

namespace uketsuke::reader::face_engine {

/// Returns the outputs set by a test, and stores its inputs.
class FakeNetwork : public Network {
 public:
  explicit FakeNetwork(const NetworkShape& shape) : Network(shape), numbers(input_size()) {
    for (const std::size_t size : shape.outputs) outputs.emplace_back(size, 0.0F);
  }

  float* input() override { return numbers.data(); }

  std::vector<float> numbers;               ///< of the input
  std::vector<std::vector<float>> outputs;  ///< in the order of the shape
  int runs = 0;
  float smallest = std::numeric_limits<float>::min();  ///< the smallest normal number, halved by each run

 private:
  void forward() override {
    ++runs;
    smallest = smallest / halves;
  }
  const volatile float halves = 2;  // so that the division happens at run time
  std::size_t result_count() const override { return outputs.size(); }
  Values result(std::size_t index) const override { return {outputs[index].data(), outputs[index].size()}; }
};

/// A network, and a reference to it that is valid while its owner lives.
struct Lent {
  explicit Lent(const NetworkShape& shape) : owned(std::make_unique<FakeNetwork>(shape)), network(*owned) {}

  std::unique_ptr<FakeNetwork> owned;
  FakeNetwork& network;
};

}  // namespace uketsuke::reader::face_engine
