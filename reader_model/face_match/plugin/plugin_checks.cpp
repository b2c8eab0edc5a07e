#include "reader_model/face_match/plugin/plugin_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>

namespace uketsuke::reader {

namespace {

// Scores are sums of floats: a cosine of 1.0000002 is not an error.
constexpr float kRounding = 1e-3F;

/// Checks numbers returned by a function; knows its name and the library's for errors.
class Numbers {
 public:
  Numbers(const std::string& library, const char* function) : library_(library), function_(function) {}

  float within(const char* member, float value, float least, float most, float tolerance = 0) const {
    if (!(value >= least - tolerance && value <= most + tolerance)) {  // also for NaN
      throw PluginError(
          PluginProblem::bad_number, library_,
          fmt::format("{} gave {} = {}, which must be from {} to {}", function_, member, value, least, most));
    }
    return std::clamp(value, least, most);
  }

  std::optional<float> score(const char* member, float value, float least, float most) const {
    if (std::isnan(value)) return std::nullopt;
    return within(member, value, least, most, kRounding);
  }

 private:
  const std::string& library_;
  const char* function_;
};

/// Size of the table in the first header with this ABI, which ended with `stages`.
constexpr std::size_t kFirstTable = offsetof(uketsuke_face_plugin, make_template);

bool has_template_functions(const uketsuke_face_plugin& table) {
  return table.struct_size >= sizeof(uketsuke_face_plugin);
}

}  // namespace

void check_table(const uketsuke_face_plugin* table, const std::string& library) {
  const auto refuse = [&](PluginProblem problem, const std::string& message) {
    throw PluginError(problem, library, message);
  };
  if (table == nullptr) {
    refuse(PluginProblem::bad_table, "uketsuke_face_plugin_get gave NULL; it must give a table that stays");
  }
  if (table->abi_version != UKETSUKE_FACE_PLUGIN_ABI) {
    refuse(PluginProblem::wrong_abi,
           fmt::format(
               "is built for ABI {}, this program has ABI {}; build it with the uketsuke_face_plugin.h of "
               "this version",
               table->abi_version, UKETSUKE_FACE_PLUGIN_ABI));
  }
  if (table->struct_size < kFirstTable) {
    refuse(PluginProblem::bad_table,
           fmt::format(
               "its table has {} bytes, ABI {} needs {}; set struct_size to sizeof(uketsuke_face_plugin)",
               table->struct_size, UKETSUKE_FACE_PLUGIN_ABI, kFirstTable));
  }
  const auto need = [&](bool there, const char* member) {
    if (!there) {
      refuse(
          PluginProblem::bad_table,
          fmt::format("its table has no {}; docs/face-plugin.md says which functions may be NULL", member));
    }
  };
  need(table->name != nullptr, "name");
  need(table->version != nullptr, "version");
  need(table->create != nullptr, "create");
  need(table->enrol != nullptr, "enrol");
  need(table->analyse != nullptr, "analyse");
  need(table->wipe != nullptr, "wipe");
  need(table->destroy != nullptr, "destroy");
  if (has_template_functions(*table) && (table->make_template != nullptr) != (table->compare != nullptr)) {
    refuse(PluginProblem::bad_table,
           fmt::format("its table has no {}; make_template and compare are of use together only",
                       table->compare == nullptr ? "compare" : "make_template"));
  }
}

bool makes_templates(const uketsuke_face_plugin& table) {
  return has_template_functions(table) && table.make_template != nullptr;
}

float checked_similarity(float similarity, const std::string& library) {
  return Numbers(library, "compare").within("similarity", similarity, -1, 1, kRounding);
}

FaceObservation checked(const uketsuke_face_observation& face, const camera::Image& frame,
                        const std::string& library) {
  const Numbers numbers(library, "analyse");
  // A box may extend beyond the picture, but one farther out than the picture's width is not a valid
  // measurement.
  const auto width = static_cast<float>(frame.width), height = static_cast<float>(frame.height);
  FaceObservation result;
  result.box.x = numbers.within("x", face.x, -2 * width, 2 * width);
  result.box.y = numbers.within("y", face.y, -2 * height, 2 * height);
  result.box.width = numbers.within("width", face.width, 1, 4 * width);
  result.box.height = numbers.within("height", face.height, 1, 4 * height);
  result.confidence = numbers.within("confidence", face.confidence, 0, 1, kRounding);
  if (face.landmark_count != 0 && face.landmark_count != 5 &&
      face.landmark_count != UKETSUKE_FACE_MAX_LANDMARKS) {
    throw PluginError(PluginProblem::bad_count, library,
                      fmt::format("analyse gave landmark_count = {}, which must be 0, 5 or {}",
                                  face.landmark_count, UKETSUKE_FACE_MAX_LANDMARKS));
  }
  for (std::uint32_t i = 0; i < face.landmark_count; ++i) {
    result.landmarks.push_back({numbers.within("landmarks.x", face.landmarks[i].x, -2 * width, 3 * width),
                                numbers.within("landmarks.y", face.landmarks[i].y, -2 * height, 3 * height)});
  }
  result.liveness = numbers.score("liveness", face.liveness, 0, 1);
  result.similarity = numbers.score("similarity", face.similarity, -1, 1);
  return result;
}

std::string plain_text(const char* text, std::size_t room) {
  std::string plain(text, strnlen(text, room));
  for (char& letter : plain) {
    const auto code = static_cast<unsigned char>(letter);
    if (code < 0x20 || code == 0x7F) letter = ' ';
  }
  // The text may be cut within a multi-byte character, or not be UTF-8 at all; the report's JSON accepts
  // neither.
  std::string utf8;
  for (std::size_t i = 0; i < plain.size();) {
    const auto lead = static_cast<unsigned char>(plain[i]);
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    const auto follows = [&](std::size_t at) {
      return at < plain.size() && (static_cast<unsigned char>(plain[at]) & 0xC0) == 0x80;
    };
    bool whole = length > 0;
    for (std::size_t k = 1; k < length; ++k) whole = whole && follows(i + k);
    // E0 and F0 with a low second byte are overlong, ED with a high one is half a surrogate pair, F4 ends at
    // 8F.
    if (whole && length >= 3) {
      const auto second = static_cast<unsigned char>(plain[i + 1]);
      whole = !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second > 0x9F) &&
              !(lead == 0xF0 && second < 0x90) && !(lead == 0xF4 && second > 0x8F);
    }
    if (whole) {
      utf8.append(plain, i, length);
      i += length;
    } else {
      utf8 += '?';
      ++i;
    }
  }
  return utf8;
}

std::string status_name(std::int32_t status) {
  switch (status) {
    case UKETSUKE_FACE_OK:
      return "UKETSUKE_FACE_OK";
    case UKETSUKE_FACE_NO_FACE:
      return "UKETSUKE_FACE_NO_FACE";
    case UKETSUKE_FACE_BAD_IMAGE:
      return "UKETSUKE_FACE_BAD_IMAGE";
    case UKETSUKE_FACE_NO_MODEL:
      return "UKETSUKE_FACE_NO_MODEL";
    case UKETSUKE_FACE_BAD_OPTION:
      return "UKETSUKE_FACE_BAD_OPTION";
    case UKETSUKE_FACE_FAILED:
      return "UKETSUKE_FACE_FAILED";
    default:
      return fmt::format("status {}", status);
  }
}

}  // namespace uketsuke::reader
