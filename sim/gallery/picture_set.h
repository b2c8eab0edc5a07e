#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/gallery/people.h"
#include "sim/gallery/shot.h"

namespace uketsuke::gallery {

/// What was written to a folder.
struct PictureSet {
  int people = 0;
  int pictures = 0;
  std::vector<std::string> without_photo;  ///< left out: no card, or a card without a photo
};

/// Creates a folder for images.
/// @throws InputError placed at `--folder` if it is not empty or cannot be created
void begin_folder(const std::filesystem::path& folder);

/// Writes FOLDER/<person>/card.png (the photo as a reader decodes it from the chip) and 001.png, 002.png …
/// (live).
/// @param images  per person
/// @throws InputError placed at `--folder`
PictureSet write_faces(sim::PatientModels& patient_models, const std::vector<Person>& people,
                       const Shot& common, int images, const std::filesystem::path& folder);

/// Writes FOLDER/<kind of attack>/<person>-001.png and so on.
/// @throws InputError placed at `--folder`
PictureSet write_attacks(sim::PatientModels& patient_models, const std::vector<Person>& people,
                         const Shot& common, int images, const std::filesystem::path& folder);

}  // namespace uketsuke::gallery
