// Cost of a frame and of a card photo in the face engine, stage by stage, on OpenCV and on ONNX Runtime.
//
//   build/bench/face_bench [--samples=N]      default 700, which takes about 80 s; 64 gives only p50 and p90
//
// Everything is measured in one loop, with the engines taking turns, so that other load on the machine
// affects both equally. Percentiles cover all samples. The time that Google Benchmark prints is their mean.

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <map>
#include <memory>
#include <opencv2/core.hpp>
#include <opencv2/dnn/dnn.hpp>
#include <string>
#include <vector>

#include "bench/micro/allocation_count.h"
#include "bench/micro/rendered_face.h"
#include "reader_model/face_engine/face_engine.h"

namespace {

using namespace uketsuke;
using namespace uketsuke::reader::face_engine;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kAll = UKETSUKE_FACE_LANDMARKS | UKETSUKE_FACE_LIVENESS | UKETSUKE_FACE_SIMILARITY;

// With fewer samples, a percentile says nothing about the tail.
constexpr std::size_t kForP90 = 64;
constexpr std::size_t kForP99 = 662;

using Samples = std::vector<double>;

struct Series {
  Samples milliseconds;  ///< wall time
  Samples processor;     ///< milliseconds for which this thread had a core; none for a stage
  std::int64_t allocations = 0;

  /// The smallest sample such that the given share of all samples does not exceed it.
  static double percentile(double share, Samples sorted) {
    std::sort(sorted.begin(), sorted.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted.at(std::max<std::size_t>(rank, 1) - 1);
  }
};

double thread_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class Measurements {
 public:
  template <class Work>
  void time(const std::string& name, Work&& work) {
    Series& series = at(name);
    const std::int64_t before = bench::allocations();
    const double processor_before = thread_milliseconds();
    const auto began = Clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = Clock::now() - began;
    series.processor.push_back(thread_milliseconds() - processor_before);
    series.milliseconds.push_back(took.count());
    series.allocations += bench::allocations() - before;
  }

  void add(const std::string& name, double milliseconds) { at(name).milliseconds.push_back(milliseconds); }

  const std::vector<std::string>& names() const { return names_; }
  const Series& operator[](const std::string& name) const { return series_.at(name); }

 private:
  Series& at(const std::string& name) {
    const auto [place, is_new] = series_.try_emplace(name);
    if (is_new) names_.push_back(name);
    return place->second;
  }

  std::map<std::string, Series> series_;
  std::vector<std::string> names_;  ///< in the order of their first sample
};

/// One engine with its frame and photo.
struct Subject {
  std::string name;
  FaceEngine engine;

  static EngineOptions options(Runtime runtime, Detector detector) {
    EngineOptions options;
    options.models = models_folder();
    options.runtime = runtime;
    options.detector = detector;
    return options;
  }

  Subject(std::string its_name, Runtime runtime)
      : name(std::move(its_name)), engine(options(runtime, Detector::rfb)) {}

  void analyse(const uketsuke_face_image& frame, std::uint32_t wanted) {
    uketsuke_face_observation face{};
    if (engine.analyse(&frame, wanted, &face, 1) != 1) throw std::runtime_error("no face in the frame");
    benchmark::DoNotOptimize(face);
  }

  void add_stages(Measurements& into, const std::string& prefix) const {
    for (std::uint32_t i = 0; i < engine.stages().count(); ++i) {
      const uketsuke_face_stage& stage = engine.stages()[i];
      into.add(prefix + stage.name, static_cast<double>(stage.nanoseconds) / 1e6);
    }
  }

  void sample(Measurements& into, const uketsuke_face_image& frame, const uketsuke_face_image& photo) {
    into.time(name + "/whole", [&] { analyse(frame, kAll); });
    add_stages(into, name + "/stage/");
    into.time(name + "/tracked", [&] { analyse(frame, kAll | UKETSUKE_FACE_TRACK); });
    into.time(name + "/enrol", [&] { engine.enrol(&photo); });
  }
};

/// The four networks run by cv::dnn alone: the input is set before the clock starts.
class PlainForwards {
 public:
  PlainForwards() {
    add("detect.onnx", {1, 3, 240, 320});
    add("landmark.onnx", {1, 1, 64, 64});
    add("liveness.onnx", {1, 3, 128, 128});
    add("feature.onnx", {1, 3, 112, 112});
  }

  void sample(Measurements& into) {
    for (Net& net : nets_) net.net.setInput(net.input);
    into.time("opencv/four_forwards", [&] {
      for (Net& net : nets_) net.net.forward(net.outputs, net.names);
    });
  }

 private:
  struct Net {
    cv::dnn::Net net;
    cv::Mat input;
    std::vector<cv::String> names;
    std::vector<cv::Mat> outputs;
  };

  void add(const char* file, const std::vector<int>& shape) {
    Net net;
    net.net = cv::dnn::readNetFromONNX((models_folder() / "face" / file).string());
    net.input.create(shape, CV_32F);
    cv::randu(net.input, 0, 1);
    net.names = net.net.getUnconnectedOutLayersNames();
    nets_.push_back(std::move(net));
  }

  std::vector<Net> nets_;
};

/// Creates an engine, and reports how much the process has grown.
std::unique_ptr<Subject> made(const std::string& name, Runtime runtime) {
  const auto resident = [] {
    std::ifstream statm("/proc/self/statm");
    std::int64_t all = 0;
    std::int64_t resident_pages = 0;
    statm >> all >> resident_pages;
    return static_cast<double>(resident_pages) * 4096 / 1e6;
  };
  const double before = resident();
  auto subject = std::make_unique<Subject>(name, runtime);
  benchmark::AddCustomContext("RSS of " + name,
                              fmt::format("{:.0f} MB on top of {:.0f} MB", resident() - before, before));
  return subject;
}

void measure(std::size_t samples, Measurements& into) {
  const camera::Image frame_picture = rendered({});
  const camera::Image photo_picture = card_photo(1);
  const uketsuke_face_image frame = seen(frame_picture);
  const uketsuke_face_image photo = seen(photo_picture);

  const auto opencv = made("opencv", Runtime::opencv);
  const auto onnx = made("onnxruntime", Runtime::onnxruntime);
  PlainForwards plain;
  auto opencv_blaze = open_networks(Subject::options(Runtime::opencv, Detector::blazeface));
  auto onnx_blaze = open_networks(Subject::options(Runtime::onnxruntime, Detector::blazeface));

  Measurements warm_up;
  for (std::size_t i = 0; i < samples + 5; ++i) {
    Measurements& measurements = i < 5 ? warm_up : into;
    Subject* by_turns[] = {opencv.get(), onnx.get()};
    if (i % 2 == 1) std::swap(by_turns[0], by_turns[1]);
    for (Subject* subject : by_turns) subject->sample(measurements, frame, photo);
    plain.sample(measurements);
    measurements.time("opencv/blazeface_forward", [&] { opencv_blaze.detector->run(); });
    measurements.time("onnxruntime/blazeface_forward", [&] { onnx_blaze.detector->run(); });
  }
}

constexpr std::pair<const char*, double> kPercentiles[] = {{"p50", 0.5}, {"p90", 0.9}, {"p99", 0.99}};

bool enough(std::size_t samples, double share) { return samples >= (share > 0.95 ? kForP99 : kForP90); }

void report(benchmark::State& state, const Series& series) {
  std::size_t i = 0;
  for (auto _ : state) state.SetIterationTime(series.milliseconds[i++] / 1e3);
  const std::size_t count = series.milliseconds.size();
  state.counters["n"] = static_cast<double>(count);
  if (series.allocations > 0) {
    state.counters["allocs"] = static_cast<double>(series.allocations) / static_cast<double>(count);
  }
  for (const auto& [name, share] : kPercentiles) {
    if (!enough(count, share)) continue;
    state.counters[name] = Series::percentile(share, series.milliseconds);
    if (!series.processor.empty()) {
      state.counters[std::string("cpu_") + name] = Series::percentile(share, series.processor);
    }
  }
}

void print_ratio(const Measurements& all, const char* a, const char* b, const char* wanted) {
  std::string line = fmt::format("{} / {} {}:", a, b, wanted);
  for (const auto& [name, share] : kPercentiles) {
    if (!enough(all[a].milliseconds.size(), share)) continue;
    const auto ratio = [&, at = share](const Samples& x, const Samples& y) {
      return Series::percentile(at, x) / Series::percentile(at, y);
    };
    line += fmt::format("  {} {:.3f} (cpu {:.3f})", name, ratio(all[a].milliseconds, all[b].milliseconds),
                        ratio(all[a].processor, all[b].processor));
  }
  fmt::print("{}\n", line);
}

/// Removes --samples=N from the arguments.
/// @returns N
std::size_t samples_of(int& count, char** arguments) {
  std::size_t samples = 700;
  const auto end = std::remove_if(arguments + 1, arguments + count, [&](const char* argument) {
    const bool ours = std::strncmp(argument, "--samples=", 10) == 0;
    if (ours) samples = std::max(1UL, std::strtoul(argument + 10, nullptr, 10));
    return ours;
  });
  count = static_cast<int>(end - arguments);
  return samples;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t samples = samples_of(argc, argv);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  Measurements all;
  measure(samples, all);
  for (const std::string& name : all.names()) {
    benchmark::RegisterBenchmark(name.c_str(),
                                 [&all, name](benchmark::State& state) { report(state, all[name]); })
        ->Iterations(static_cast<benchmark::IterationCount>(samples))
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::RunSpecifiedBenchmarks();
  fmt::print("\np50, p90, p99 in milliseconds, of all {} samples; cpu_: of the thread's processor time\n",
             samples);
  if (samples < kForP90) fmt::print("p50 and p90 left out: they need {} samples\n", kForP90);
  if (samples < kForP99) fmt::print("p99 left out: it needs {} samples\n", kForP99);
  print_ratio(all, "onnxruntime/whole", "opencv/whole", "(0.45 at most)");
  print_ratio(all, "onnxruntime/tracked", "opencv/tracked", "");
  print_ratio(all, "opencv/whole", "opencv/four_forwards", "(1.10 at most)");
}
