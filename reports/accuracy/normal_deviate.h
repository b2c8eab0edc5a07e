#pragma once

namespace uketsuke::accuracy {

/// The standard normal deviate of a probability `p` (probit): 0 for 0.5, -1.96 for 0.025. Used on both axes
/// of DET curves, where normally distributed scores give a straight line.
/// @param p 0 to 1; the ends give minus and plus infinity
double normal_deviate(double p);

}  // namespace uketsuke::accuracy
