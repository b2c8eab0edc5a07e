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

/// Opens the networks named by the options, in folder `models`. ONNX Runtime gets the files *_bn.onnx, in
/// which each PReLU is written as two batch normalisations and a ReLU: it has no PReLU for its blocked layout
/// (NCHWc), and each PReLU inside a network costs two layout changes. Embedding then takes 2.9 ms instead of
/// 7.9 ms.
/// @throws FaceError (NO_MODEL)
EngineNetworks open_networks(const EngineOptions& options);

}  // namespace uketsuke::reader::face_engine
