#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/gallery/people.h"
#include "sim/gallery/shot.h"

namespace uketsuke::gallery {

/// What a folder got.
struct PictureSet {
  int people = 0;
  int pictures = 0;
  std::vector<std::string> without_photo;  ///< left out: no card, or a card without a photo
};

/// Makes a folder for pictures. @throws InputError placed at `--folder` where there is something in it
/// already, or it cannot be made
void begin_folder(const std::filesystem::path& folder);

/// FOLDER/<person>/card.png, the photo as a reader decodes it out of the chip, and 001.png and so on, live.
/// @param images  of each person @throws InputError placed at `--folder`
PictureSet write_faces(sim::PatientModels& patient_models, const std::vector<Person>& people,
                       const Shot& common, int images, const std::filesystem::path& folder);

/// FOLDER/<kind of attack>/<person>-001.png and so on. @throws InputError placed at `--folder`
PictureSet write_attacks(sim::PatientModels& patient_models, const std::vector<Person>& people,
                         const Shot& common, int images, const std::filesystem::path& folder);

}  // namespace uketsuke::gallery
