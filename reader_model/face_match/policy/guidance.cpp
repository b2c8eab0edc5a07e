#include "reader_model/face_match/policy/guidance.h"

#include <fmt/format.h>

#include "base/yaml/document.h"

namespace uketsuke::reader {

GuidanceBook load_guidance(const std::filesystem::path& file) {
  const yaml::Value value = yaml::load_one(file);
  yaml::Map map = value.map();
  const yaml::Value words = map.required("guidance");
  map.finish();
  GuidanceBook book;
  yaml::Map entries = words.map();
  for (const auto& [key, text] : entries.entries()) book[key.one_of<Guidance>()] = text.bilingual();
  for (const auto& [guidance, name] : enum_names(Guidance{})) {
    if (book.count(guidance) == 0) {
      words.fail(InputProblem::missing_key, fmt::format("no text for the guidance \"{}\"", name));
    }
  }
  return book;
}

std::optional<Guidance> SteadyGuidance::next(std::optional<Guidance> wanted) {
  count_ = wanted == wanted_ ? count_ + 1 : 1;
  wanted_ = wanted;
  if (count_ >= frames_) shown_ = wanted_;
  return shown_;
}

void SteadyGuidance::reset() {
  shown_.reset();
  wanted_.reset();
  count_ = 0;
}

}  // namespace uketsuke::reader
