#include "reports/results/jsonl_reporter.h"

#include <fstream>
#include <sstream>

#include "base/atomic_file.h"
#include "base/error.h"

namespace uketsuke::reports {

void JsonlReporter::write(const RunFiles& run, const std::filesystem::path& target) const {
  std::error_code error;
  if (std::filesystem::equivalent(run.results, target, error)) return;
  std::ifstream in(run.results, std::ios::binary);
  AtomicFile out(target);
  std::string block(1 << 16, '\0');
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0)
    out.write({block.data(), static_cast<std::size_t>(in.gcount())});
  if (in.bad() || !in.eof()) throw SystemError(run.results.string() + ": cannot be read");
  out.commit();
}

}  // namespace uketsuke::reports
