#include "reader_model/face_engine/networks/network.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <numeric>
#include <utility>

#include "reader_model/face_engine/face_error.h"
#include "reader_model/face_engine/networks/flush_denormals.h"

namespace uketsuke::reader::face_engine {

bool all_finite(Values values) {
  // As integers: the compiler vectorises this, but not std::isfinite.
  std::uint32_t largest = 0;
  for (std::size_t i = 0; i < values.size; ++i) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, values.data + i, sizeof bits);
    largest = std::max(largest, bits & 0x7FFFFFFFU);
  }
  return largest < 0x7F800000U;
}

Network::Network(NetworkShape shape)
    : shape_(std::move(shape)),
      input_size_(std::accumulate(
          shape_.input.begin(), shape_.input.end(), std::size_t{1},
          [](std::size_t product, int side) { return product * static_cast<std::size_t>(side); })) {}

void Network::compute() {
  const FlushDenormals flush_denormals;
  forward();
}

void Network::run() {
  compute();
  for (std::size_t i = 0; i < result_count(); ++i) {
    if (!all_finite(result(i))) {
      throw FaceError(UKETSUKE_FACE_FAILED,
                      "the " + shape_.name +
                          " model gave a number that is not finite: its file is damaged, or "
                          "the runtime is wrong for this processor");
    }
  }
}

Values Network::output(std::size_t size) const {
  for (std::size_t i = 0; i < result_count(); ++i) {
    if (result(i).size == size) return result(i);
  }
  throw FaceError(UKETSUKE_FACE_FAILED,
                  "the " + shape_.name + " model has no output of " + std::to_string(size) + " numbers");
}

void Network::wipe() {
  std::fill_n(input(), input_size_, 0.0F);
  compute();
}

void Network::prove(const std::filesystem::path& file) {
  wipe();
  for (const std::size_t size : shape_.outputs) {
    const auto is_it = [&](std::size_t index) { return result(index).size == size; };
    std::size_t found = 0;
    for (std::size_t i = 0; i < result_count(); ++i) found += is_it(i) ? 1U : 0U;
    if (found == 1) continue;
    throw FaceError(UKETSUKE_FACE_NO_MODEL, file.string() + ": not the " + shape_.name +
                                                " model: it has no output of " + std::to_string(size) +
                                                " numbers");
  }
}

}  // namespace uketsuke::reader::face_engine
