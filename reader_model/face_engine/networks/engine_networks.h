#pragma once

#include <memory>

#include "reader_model/face_engine/engine_options.h"
#include "reader_model/face_engine/networks/network.h"

namespace uketsuke::reader::face_engine {

/// The networks of an engine.
struct EngineNetworks {
  std::unique_ptr<Network> detector;
  std::unique_ptr<Network> landmark;
  std::unique_ptr<Network> liveness;
  std::unique_ptr<Network> feature;
};

/// Opens what the options name, in folder `models`. ONNX Runtime gets the files *_bn.onnx, in which each
/// PReLU is written as two batch normalisations and a ReLU: it has no PReLU for its blocked layout (NCHWc),
/// and one in the middle of a network costs it two changes of layout each time. Embedding so takes 2.9 ms
/// for 7.9.
/// @throws FaceError (NO_MODEL)
EngineNetworks open_networks(const EngineOptions& options);

}  // namespace uketsuke::reader::face_engine
