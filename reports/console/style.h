#pragma once

#include <functional>
#include <string>

namespace uketsuke::reports {

/// How lines for a person are drawn.
struct Style {
  bool terminal = false;  ///< a line may be redrawn
  bool colour = false;    ///< SGR colour sequences are understood and wanted
  int width = 100;        ///< columns
};

/// What an environment variable holds; null where it is not set.
using Environment = std::function<const char*(const char* name)>;

/// The style for what is behind a file descriptor. Not a terminal, or `CI` set to anything but `false` or
/// `0`: plain lines. `NO_COLOR` set and not empty (no-color.org), or `TERM=dumb`: no colour.
Style style_for(int descriptor, const Environment& environment);

}  // namespace uketsuke::reports
