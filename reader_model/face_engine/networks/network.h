#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace uketsuke::reader::face_engine {

/// A model's file, and the shapes that the engine requires. They are checked when the file is opened, so that
/// a wrong model is an error at start-up and not at the first patient.
struct NetworkShape {
  std::string name;                  ///< name in messages: `detector`
  std::vector<int> input;            ///< dimensions, as 1x3x240x320
  std::vector<std::size_t> outputs;  ///< number of values of each output, in any order, all different
};

/// Values owned by a network, valid until its next run.
struct Values {
  const float* data = nullptr;
  std::size_t size = 0;
};

/// A model, loaded and run once: one input, one or more outputs, 32-bit floats of fixed shape. All buffers
/// that can be allocated in advance are. Not thread-safe.
class Network {
 public:
  virtual ~Network() = default;
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  /// Input buffer for the next run(), in the order of NetworkShape::input. Undefined after a run.
  virtual float* input() = 0;
  std::size_t input_size() const { return input_size_; }

  /// @throws FaceError (FAILED) if the runtime reports an error, or an output contains a NaN or an infinity:
  /// such a number would pass or fail thresholds arbitrarily
  void run();

  /// The output of the last run with `size` numbers. Selected by size, because runtimes and model converters
  /// differ in the order and names of outputs. @throws FaceError (FAILED) if the shape has no such output
  Values output(std::size_t size) const;

  /// Runs zeros through the network, so that its buffers no longer hold data of a person.
  void wipe();

 protected:
  explicit Network(NetworkShape shape);

  /// Reads input(); provides the outputs for result().
  virtual void forward() = 0;
  virtual std::size_t result_count() const = 0;
  virtual Values result(std::size_t index) const = 0;

  const NetworkShape& shape() const { return shape_; }

  /// Called at the end of a constructor: a first run, and a check of the outputs. @throws FaceError
  /// (NO_MODEL)
  void prove(const std::filesystem::path& file);

 private:
  void compute();

  NetworkShape shape_;
  std::size_t input_size_;
};

/// True if none of the numbers is a NaN or an infinity.
bool all_finite(Values values);

}  // namespace uketsuke::reader::face_engine
