#include "sim/gallery/picture_out.h"

#include <fmt/format.h>

#include <string_view>
#include <system_error>

#include "base/atomic_file.h"
#include "base/error.h"
#include "camera_model/render/png_file.h"
#include "sim/vision/jpeg_file.h"

namespace uketsuke::gallery {

namespace fs = std::filesystem;

namespace {

bool is_jpeg(const fs::path& file) { return file.extension() == ".jpg" || file.extension() == ".jpeg"; }

/// Reports a write failure as bad input: the user named an unwritable place; the machine works.
template <class Write>
void written(const std::string& option, Write write) {
  try {
    write();
  } catch (const SystemError& error) {
    throw InputError(InputProblem::unreadable, {option, 0, 0}, error.what());
  }
}

}  // namespace

void check_out(const fs::path& out, bool card_photo) {
  const auto refuse = [](const std::string& why) {
    throw InputError(InputProblem::bad_value, {"--out", 0, 0}, why);
  };
  if (out.empty()) refuse("name the output file: --out picture.png");
  const fs::path ending = out.extension();
  if (card_photo && ending != ".png" && ending != ".jp2")
    refuse(fmt::format("a card's photo is written as .png or .jp2, not \"{}\"", out.string()));
  if (!card_photo && ending != ".png" && !is_jpeg(out))
    refuse(fmt::format("a picture is written as .png or .jpg, not \"{}\"", out.string()));
  const fs::path folder = out.has_parent_path() ? out.parent_path() : fs::path(".");
  std::error_code error;
  if (!fs::is_directory(folder, error))
    refuse(fmt::format("the folder \"{}\" does not exist", folder.string()));
  if (fs::is_directory(out, error)) refuse(fmt::format("\"{}\" is a folder; name a file", out.string()));
}

void write_out(const std::string& option, const fs::path& out, const camera::Image& image) {
  written(option, [&] { is_jpeg(out) ? sim::write_jpeg(out, image, 75) : camera::write_png(out, image); });
}

void write_out(const std::string& option, const fs::path& out, const Bytes& bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  written(option, [&] { write_file(out, text); });
}

}  // namespace uketsuke::gallery
