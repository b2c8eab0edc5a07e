#pragma once

#include <vector>

namespace uketsuke::reader::face_engine {

/// A box that RFB-320 knows beforehand; what it finds is said as an offset from one. Shares of the picture.
struct RfbAnchor {
  float x, y;  ///< of the middle
  float width, height;
};

/// All 4420, in the order of the network's outputs: grids of 40x30, 20x15, 10x8 and 5x4 places from the left
/// upper corner, row by row, at each place squares of three, two, two and three sizes (of pixels in 320x240).
/// The source is the published program (Linzaer, Ultra-Light-Fast-Generic-Face-Detector-1MB).
std::vector<RfbAnchor> rfb_anchors();

}  // namespace uketsuke::reader::face_engine
