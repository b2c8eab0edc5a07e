#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/enum_names.h"

namespace uketsuke::reports {

/// Limits on the pictures in a report.html. Pictures beyond them are named in their case, and counted on the
/// first page.
struct AlbumLimits {
  int of_a_case = 12;  ///< as many as the model keeps per case
  /// Total size of JPEG files. Base64 makes them a third larger in the page: a browser still opens it at
  /// once.
  std::size_t bytes = std::size_t{16} << 20;
  /// Part of `bytes` available to cases that passed: a failure late in a long run still shows its pictures.
  std::size_t bytes_of_passed = std::size_t{8} << 20;
};

/// Why a picture named in a record is not in the report.
UKETSUKE_ENUM(LeftOut,
              missing,    ///< the file does not exist or cannot be read, or its name leads out of the folder
              not_jpeg,   ///< the file is not a JPEG file
              case_full,  ///< the case has reached its number of pictures
              report_full,  ///< it would exceed the total size
)

/// The pictures of a run as script elements, which the page turns into images when a case is opened. Each
/// file is stored once.
class Album {
 public:
  /// @param folder  base of the pictures' relative names; it need not exist
  explicit Album(std::filesystem::path folder, const AlbumLimits& limits = {})
      : folder_(std::move(folder)), limits_(limits) {}

  /// Starts another case: pictures belong to it from now on.
  void open_case(bool passed);

  /// Index of a picture among the elements, from 0, or why it is missing.
  struct Place {
    std::optional<std::size_t> number;
    LeftOut why{};  ///< reason if there is no index
  };
  Place place(const std::string& file);

  /// The elements of the pictures placed since the last call, for the page.
  std::string take();

  std::size_t embedded() const { return embedded_; }
  std::size_t bytes() const { return bytes_; }  ///< total size of the embedded files
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
