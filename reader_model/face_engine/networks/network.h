#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace uketsuke::reader::face_engine {

/// A model's file, and the shapes that the engine counts on. The whole file is checked against them when it
/// is opened, so that a wrong model is an error of the start and not of the first patient.
struct NetworkShape {
  std::string name;                  ///< for messages: `detector`
  std::vector<int> input;            ///< dimensions, as 1x3x240x320
  std::vector<std::size_t> outputs;  ///< how many numbers each output has, in any order, all different
};

/// Numbers that belong to a network, good until its next run.
struct Values {
  const float* data = nullptr;
  std::size_t size = 0;
};

/// A model, loaded and run once: one input, one or more outputs, 32-bit floats of fixed shape. All buffers
/// that can be allocated before are. Not for two threads at once.
class Network {
 public:
  virtual ~Network() = default;
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  /// Where the caller writes what run() will read, in the order of NetworkShape::input. What stands there
  /// after a run is undefined.
  virtual float* input() = 0;
  std::size_t input_size() const { return input_size_; }

  /// @throws FaceError (FAILED) where the runtime reports an error, or an output holds a NaN or an infinity:
  /// such a number would pass or fail every threshold for no reason
  void run();

  /// The output of the last run that has `size` numbers. By size, as runtimes and converters of models differ
  /// in the order and the names of outputs. @throws FaceError (FAILED) where the shape has no such output
  Values output(std::size_t size) const;

  /// Runs zeros through the network, so that its buffers hold nothing of a person any more.
  void wipe();

 protected:
  explicit Network(NetworkShape shape);

  /// Reads input(), leaves `outputs` to be found by result().
  virtual void forward() = 0;
  virtual std::size_t result_count() const = 0;
  virtual Values result(std::size_t index) const = 0;

  const NetworkShape& shape() const { return shape_; }

  /// For the end of a constructor: a first run, and a look at the outputs. @throws FaceError (NO_MODEL)
  void prove(const std::filesystem::path& file);

 private:
  void compute();

  NetworkShape shape_;
  std::size_t input_size_;
};

/// True where none of the numbers is a NaN or an infinity.
bool all_finite(Values values);

}  // namespace uketsuke::reader::face_engine
