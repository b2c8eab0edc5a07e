#include "reports/console/style.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

namespace uketsuke::reports {

Style style_for(int descriptor, const Environment& environment) {
  const auto value = [&](const char* name) -> std::string {
    const char* text = environment(name);
    return text == nullptr ? "" : text;
  };
  const std::string ci = value("CI");
  const bool in_ci = !ci.empty() && ci != "false" && ci != "0";
  const bool dumb = value("TERM") == "dumb";

  Style style;
  const bool is_terminal = ::isatty(descriptor) == 1;
  style.terminal = is_terminal && !in_ci && !dumb;
  style.colour = is_terminal && !dumb && value("NO_COLOR").empty();
  winsize size{};
  if (is_terminal && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    style.width = std::max<int>(size.ws_col, 40);
  return style;
}

}  // namespace uketsuke::reports
