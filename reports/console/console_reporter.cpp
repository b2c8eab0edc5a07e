#include "reports/console/console_reporter.h"

#include <sstream>

#include "base/atomic_file.h"
#include "reports/console/summary.h"

namespace uketsuke::reports {

void ConsoleReporter::write(const RunFiles& run, const std::filesystem::path& target) const {
  const Style style = target.empty() ? style_ : Style{};
  std::ostringstream text;
  write_table(text, run.summary, style);
  write_summary_line(text, run.summary, run.end, style);
  if (target.empty())
    out_ << text.str();
  else
    write_file(target, text.str());
}

}  // namespace uketsuke::reports
