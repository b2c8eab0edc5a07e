#include "sim/virtual_reader/service/photo_in_chip.h"

#include <gmock/gmock.h>

#include "tests/unit/temporary_folder.h"

namespace uketsuke::virtual_reader {
namespace photo_in_chip_test {

using ::testing::StartsWith;

scenario::Persona holder(scenario::CardType type = {}) {
  scenario::Persona persona;
  persona.id = "sato-hanako";
  persona.card.emplace();
  persona.card->type = type;
  return persona;
}

TEST(PhotoInChip, AnInfantsCardHasNone) {
  const TemporaryFolder models;
  const PhotoInChip photo = photo_in_chip(holder(scenario::CardType::infant), ".", models.path());
  EXPECT_FALSE(photo.jp2);
  EXPECT_EQ(photo.note, "photo in the chip: none, as on every infant's card");
}

TEST(PhotoInChip, WithoutModelsItIsTheDrawnOneAndTheReasonIsSaid) {
  const TemporaryFolder models;
  const PhotoInChip photo = photo_in_chip(holder(), ".", models.path());
  EXPECT_FALSE(photo.jp2);
  EXPECT_THAT(photo.note, StartsWith("photo in the chip: a drawing, not the patient's face: "));
  EXPECT_NE(photo.note.find(models.path().string()), std::string::npos) << photo.note;
}

}  // namespace photo_in_chip_test
}  // namespace uketsuke::virtual_reader
