#pragma once

#include <vector>

namespace uketsuke::reader::face_engine {

/// A predefined box of RFB-320, from which the network's outputs are offsets. In fractions of the picture.
struct RfbAnchor {
  float x, y;  ///< of the centre
  float width, height;
};

/// All 4420 anchors, in the order of the network's outputs: grids of 40x30, 20x15, 10x8 and 5x4 positions
/// from the upper left corner, row by row; at each position squares of three, two, two and three sizes (in
/// pixels of 320x240). Source: the published program (Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB).
std::vector<RfbAnchor> rfb_anchors();

}  // namespace uketsuke::reader::face_engine
