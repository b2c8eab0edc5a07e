#include "sim/gallery/picture_set.h"

#include <fmt/format.h>

#include <system_error>

#include "base/error.h"
#include "reader_model/face_match/photo.h"
#include "sim/gallery/picture_out.h"
#include "sim/gallery/variation.h"

namespace uketsuke::gallery {

namespace fs = std::filesystem;

namespace {

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw InputError(InputProblem::unreadable, {"--folder", 0, 0},
                     fmt::format("cannot create the folder \"{}\": {}", folder.string(), error.message()));
  }
}

Shot of(const Person& person, const Shot& common) {
  Shot shot = common;
  shot.person = person;
  return shot;
}

}  // namespace

void begin_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    throw InputError(
        InputProblem::bad_value, {"--folder", 0, 0},
        fmt::format("\"{}\" is not an empty folder; choose another, so that pictures of two runs do not mix",
                    folder.string()));
  }
  make_folder(folder);
}

PictureSet write_faces(sim::PatientModels& patient_models, const std::vector<Person>& people,
                       const Shot& common, int images, const fs::path& folder) {
  PictureSet set;
  for (const Person& person : people) {
    if (!has_photo(*person)) {
      set.without_photo.push_back(person->id);
      continue;
    }
    const fs::path own = folder / person->id;
    make_folder(own);
    write_out("--folder", own / "card.png", reader::decode_photo(patient_models.card_photo(*person, {})));
    for (int i = 1; i <= images; ++i) {
      write_out("--folder", own / fmt::format("{:03}.png", i),
                take(patient_models, varied(of(person, common), person->id, i)));
    }
    ++set.people;
    set.pictures += 1 + images;
  }
  return set;
}

PictureSet write_attacks(sim::PatientModels& patient_models, const std::vector<Person>& people,
                         const Shot& common, int images, const fs::path& folder) {
  PictureSet set;
  set.people = static_cast<int>(people.size());
  for (const auto& [attack, kind] : enum_names(scenario::Attack{})) {
    const fs::path own = folder / std::string(kind);
    make_folder(own);
    for (const Person& person : people) {
      Shot shot = of(person, common);
      shot.as.attack = attack;
      for (int i = 1; i <= images; ++i) {
        write_out("--folder", own / fmt::format("{}-{:03}.png", person->id, i),
                  take(patient_models, varied(shot, person->id + std::string(kind), i)));
      }
      set.pictures += images;
    }
  }
  return set;
}

}  // namespace uketsuke::gallery
