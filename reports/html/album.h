#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/enum_names.h"

namespace uketsuke::reports {

/// How much of the pictures a report.html carries. What is beyond is named in its case, and counted on the
/// first page.
struct AlbumLimits {
  int of_a_case = 12;  ///< as many as the model keeps
  /// Of JPEG files. A third more in the page, as base64: a browser still opens it at once.
  std::size_t bytes = std::size_t{16} << 20;
  /// Of `bytes`, what cases that passed may take: a failure late in a long run still shows its pictures.
  std::size_t bytes_of_passed = std::size_t{8} << 20;
};

/// Why a picture that a record names is not in the report.
UKETSUKE_ENUM(LeftOut,
              missing,      ///< no such file, or it cannot be read, or its name leads out of the folder
              not_jpeg,     ///< something else is in the file
              case_full,    ///< the case has as many as one may have
              report_full,  ///< it would be beyond the bytes
)

/// As the page knows them.
/// The pictures of a run as script elements, which the page turns into images when a case is opened. Each
/// file stands in it once.
class Album {
 public:
  /// @param folder  that the pictures' names are relative to; it need not exist
  explicit Album(std::filesystem::path folder, const AlbumLimits& limits = {})
      : folder_(std::move(folder)), limits_(limits) {}

  /// From now on pictures are of another case.
  void open_case(bool passed);

  /// Where a picture stands among the elements, from 0, or why it is not there.
  struct Place {
    std::optional<std::size_t> number;
    LeftOut why{};  ///< without a number
  };
  Place place(const std::string& file);

  /// The elements of the pictures placed since the last call, for the page.
  std::string take();

  std::size_t embedded() const { return embedded_; }
  std::size_t bytes() const { return bytes_; }  ///< of the files that are embedded
  const std::map<LeftOut, std::size_t>& left_out() const { return left_out_; }
  const AlbumLimits& limits() const { return limits_; }

 private:
  std::filesystem::path folder_;
  AlbumLimits limits_;
  bool passed_ = true;
  int of_this_case_ = 0;
  std::size_t embedded_ = 0;
  std::size_t bytes_ = 0;
  std::size_t bytes_of_passed_ = 0;
  std::map<std::string, std::size_t> known_;
  std::map<LeftOut, std::size_t> left_out_;
  std::string elements_;

  Place leave_out(LeftOut why);
};

}  // namespace uketsuke::reports
