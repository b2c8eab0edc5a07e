#pragma once

#include <functional>
#include <string>

namespace uketsuke::reports {

/// How lines for people are drawn.
struct Style {
  bool terminal = false;  ///< a line may be redrawn
  bool colour = false;    ///< SGR colour sequences are supported and wanted
  int width = 100;        ///< columns
};

/// Returns the value of an environment variable; null if it is not set.
using Environment = std::function<const char*(const char* name)>;

/// The style for a file descriptor. Not a terminal, or `CI` set to anything but `false` or `0`: plain lines.
/// `NO_COLOR` set and not empty (no-color.org), or `TERM=dumb`: no colour.
Style style_for(int descriptor, const Environment& environment);

}  // namespace uketsuke::reports
