#include "reader_model/face_engine/networks/engine_networks.h"

#include <functional>
#include <utility>

#include "reader_model/face_engine/detection/blaze_detector.h"
#include "reader_model/face_engine/detection/landmark_finder.h"
#include "reader_model/face_engine/detection/rfb_detector.h"
#include "reader_model/face_engine/embedder.h"
#include "reader_model/face_engine/liveness_scorer.h"
#include "reader_model/face_engine/networks/onnxruntime_network.h"
#include "reader_model/face_engine/networks/opencv_network.h"

namespace uketsuke::reader::face_engine {

namespace {

using Open = std::function<std::unique_ptr<Network>(const char* file, NetworkShape shape)>;

Open with_opencv(const EngineOptions& options) {
  return [folder = options.models / "face"](const char* file, NetworkShape shape) {
    return std::make_unique<OpenCvNetwork>(folder / file, std::move(shape));
  };
}

Open with_onnxruntime(const EngineOptions& options) {
  auto runtime = std::make_shared<const OnnxRuntime>(options.models / "onnxruntime" / "libonnxruntime.so.1");
  return [runtime, folder = options.models / "face", threads = options.threads](const char* file,
                                                                                NetworkShape shape) {
    return std::make_unique<OnnxRuntimeNetwork>(runtime, folder / file, std::move(shape), threads);
  };
}

}  // namespace

EngineNetworks open_networks(const EngineOptions& options) {
  set_up_opencv(options.threads);  // both engines crop and resize with OpenCV
  const bool onnx = options.runtime == Runtime::onnxruntime;
  const Open open = onnx ? with_onnxruntime(options) : with_opencv(options);
  EngineNetworks networks;
  networks.detector = options.detector == Detector::rfb ? open("detect_offsets.onnx", RfbDetector::shape())
                                                        : open("blazeface.onnx", BlazeDetector::shape());
  networks.landmark = open("landmark.onnx", LandmarkFinder::shape());
  networks.liveness = open(onnx ? "liveness_bn.onnx" : "liveness.onnx", LivenessScorer::shape());
  networks.feature = open(onnx ? "feature_bn.onnx" : "feature.onnx", Embedder::shape());
  return networks;
}

}  // namespace uketsuke::reader::face_engine
