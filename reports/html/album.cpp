#include "reports/html/album.h"

#include <fmt/format.h>

#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "reports/html/pack.h"
#include "reports/results/record_file.h"

namespace uketsuke::reports {

namespace {

namespace fs = std::filesystem;

/// Reads regular files only: the record of a foreign device may name anything.
std::optional<fs::path> plain_file(const fs::path& folder, const std::string& name) {
  if (name.empty() || name.find('\0') != std::string::npos) return std::nullopt;
  try {
    const fs::path path = path_inside(folder, name);
    std::error_code error;
    if (fs::symlink_status(path, error).type() == fs::file_type::regular) return path;
  } catch (const InputError&) {  // the name leads out of the folder
  }
  return std::nullopt;
}

/// ISO/IEC 10918-1 B.2: SOI, then the 0xFF of the next marker.
bool is_jpeg(std::string_view bytes) {
  constexpr std::string_view kBegin = "\xFF\xD8\xFF";
  return bytes.substr(0, kBegin.size()) == kBegin;
}

}  // namespace

void Album::open_case(bool passed) {
  passed_ = passed;
  of_this_case_ = 0;
}

Album::Place Album::leave_out(LeftOut why) {
  ++left_out_[why];
  return {std::nullopt, why};
}

Album::Place Album::place(const std::string& file) {
  if (const auto known = known_.find(file); known != known_.end()) return {known->second, {}};
  const auto path = plain_file(folder_, file);
  if (!path) return leave_out(LeftOut::missing);
  if (of_this_case_ >= limits_.of_a_case) return leave_out(LeftOut::case_full);
  std::error_code error;
  const std::size_t size = fs::file_size(*path, error);
  if (error) return leave_out(LeftOut::missing);
  if (bytes_ + size > limits_.bytes || (passed_ && bytes_of_passed_ + size > limits_.bytes_of_passed))
    return leave_out(LeftOut::report_full);

  std::ifstream in(*path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) return leave_out(LeftOut::missing);
  if (!is_jpeg(bytes)) return leave_out(LeftOut::not_jpeg);
  elements_ += fmt::format("<script type=\"image/jpeg\" class=\"picture\">{}</script>\n", base64(bytes));
  known_.emplace(file, embedded_);
  ++of_this_case_;
  bytes_ += size;
  if (passed_) bytes_of_passed_ += size;
  return {embedded_++, {}};
}

std::string Album::take() { return std::exchange(elements_, {}); }

}  // namespace uketsuke::reports
