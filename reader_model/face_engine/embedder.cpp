#include "reader_model/face_engine/embedder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "reader_model/face_engine/face_error.h"
#include "reader_model/face_engine/networks/planes.h"

namespace uketsuke::reader::face_engine {

Embedder::Embedder(std::unique_ptr<Network> network) : network_(std::move(network)) {}

void Embedder::embed(const cv::Mat& chip, Template& into) {
  to_planes(chip, ColourOrder::bgr, {127.5F, 127.5F}, network_->input());
  network_->run();

  const Values feature = network_->output(into.size());
  double squares = 0;
  for (std::size_t i = 0; i < feature.size; ++i)
    squares += static_cast<double>(feature.data[i]) * feature.data[i];
  if (squares <= 0) throw FaceError(UKETSUKE_FACE_FAILED, "the feature model gave only zeros for a face");
  const auto factor = static_cast<float>(1 / std::sqrt(squares));
  std::transform(feature.data, feature.data + feature.size, into.begin(),
                 [&](float value) { return value * factor; });
}

void Embedder::wipe() { network_->wipe(); }

float similarity(const Template& a, const Template& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * b[i];
  return static_cast<float>(std::clamp(sum, -1.0, 1.0));  // rounding can push equal vectors past 1
}

}  // namespace uketsuke::reader::face_engine
