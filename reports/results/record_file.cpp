#include "reports/results/record_file.h"

#include <fstream>
#include <sstream>

#include "base/error.h"
#include "record/json_lines.h"

namespace uketsuke::reports {

std::filesystem::path path_inside(const std::filesystem::path& root, const std::string& relative) {
  const std::filesystem::path inside = std::filesystem::path(relative).lexically_normal();
  if (inside.empty() || inside.is_absolute() || *inside.begin() == "..") {
    throw InputError(InputProblem::bad_value, {relative, 0, 0},
                     "the path of a record must stay inside the folder of the records");
  }
  return root / inside;
}

record::Record read_record(const std::filesystem::path& root, const std::string& relative) {
  const std::filesystem::path path = path_inside(root, relative);
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (!in || !(text << in.rdbuf()))
    throw InputError(InputProblem::unreadable, {path.string(), 0, 0}, "the record cannot be read");
  return record::from_json_lines(text.str(), path.string());
}

}  // namespace uketsuke::reports
