#include "sim/virtual_reader/service/photo_in_chip.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/model_files/model_files.h"
#include "sim/vision/patient_models.h"

namespace uketsuke::virtual_reader {

PhotoInChip photo_in_chip(const scenario::Persona& persona, const std::filesystem::path& data,
                          const std::filesystem::path& models_folder) {
  if (persona.card->type == scenario::CardType::infant)
    return {{}, "photo in the chip: none, as on every infant's card"};
  const ModelFiles models(data / "models/manifest.yaml", models_folder);
  try {
    models.verify(ModelPurpose::heads);
  } catch (const InputError& error) {
    return {{}, fmt::format("photo in the chip: a drawing, not the patient's face: {}", error.what())};
  }
  const sim::PatientModels patient_models(data, models.folder());
  return {patient_models.card_photo(persona, {}),
          "photo in the chip: the patient's face (uketsuke render --card-photo shows it)"};
}

}  // namespace uketsuke::virtual_reader
