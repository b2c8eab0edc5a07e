// uketsuke render: what the reader's camera sees, as a picture.

#include <fmt/format.h>

#include <cmath>
#include <iostream>
#include <vector>

#include "base/data_root.h"
#include "base/exit_code.h"
#include "cli/commands.h"
#include "cli/words.h"
#include "scenarios/loader/library.h"
#include "sim/gallery/render.h"
#include "sim/gallery/words.h"
#include "sim/vision/patient_models.h"

namespace uketsuke::cli {

namespace {

using gallery::one_word;
using gallery::RenderOptions;
using gallery::Sheet;

/// Option values as text, before they are checked.
struct RenderWords {
  RenderOptions render;
  std::string date, light = "good", standing = "middle", face, attack, sheet;
  std::vector<std::string> wearing;
};

scenario::Appearance appearance_of(const RenderWords& written) {
  using scenario::Wearing;
  scenario::Appearance as = written.render.as;
  as.standing = one_word<scenario::Standing>("--standing", "place to stand", written.standing);
  if (!written.face.empty()) as.face = one_word<scenario::Face>("--face", "face", written.face);
  if (!written.attack.empty()) as.attack = one_word<scenario::Attack>("--attack", "attack", written.attack);
  for (const std::string& thing : written.wearing)
    as.wearing.insert(one_word<Wearing>("--wearing", "thing to wear", thing));
  if (as.wearing.count(Wearing::cap) + as.wearing.count(Wearing::hat) > 1 ||
      as.wearing.count(Wearing::glasses) + as.wearing.count(Wearing::sunglasses) > 1)
    throw InputError(InputProblem::bad_value, {"--wearing", 0, 0},
                     "two things of one kind cannot be worn together");
  return as;
}

RenderOptions checked(const RenderWords& written) {
  RenderOptions options = written.render;
  options.as = appearance_of(written);
  options.light = one_word<scenario::Light>("--light", "light", written.light);
  if (!written.sheet.empty()) options.sheet = one_word<Sheet>("--contact-sheet", "sheet", written.sheet);
  if (!written.date.empty()) options.day = day_of("--date", written.date);
  return options;
}

/// A number from -most to most. CLI::Range would accept "nan".
CLI::Validator within(float most) {
  return {[most](std::string& text) {
            float value = 0;
            if (CLI::detail::lexical_cast(text, value) && std::abs(value) <= most) return std::string();
            return fmt::format("\"{}\" is not a number from {} to {}", text, -most, most);
          },
          fmt::format("{} to {}", -most, most)};
}

template <class Enum>
std::string list() {
  std::string words;
  for (const std::string& word : names_of<Enum>()) words += (words.empty() ? "" : ", ") + word;
  return words;
}

void add_person(CLI::App& command, RenderWords& written) {
  RenderOptions& render = written.render;
  auto* persona = command.add_option("--persona", render.persona, "Person: a name in scenarios/personas");
  command.add_option("--identity", render.identity, "Person: a name in camera_model/head/identities.yaml")
      ->excludes(persona);
  command.add_option("--date", written.date, "Day of the visit, which determines the age")
      ->default_str("2024-10-07");
  auto* face =
      command.add_option("--face", written.face, "Face in front of the camera: " + list<scenario::Face>());
  auto* wearing = command
                      .add_option("--wearing", written.wearing,
                                  list<scenario::Wearing>() + "; separate several by commas")
                      ->delimiter(',');
  command
      .add_option("--attack", written.attack, "Hold up a picture of the person: " + list<scenario::Attack>())
      ->excludes(face)
      ->excludes(wearing);
  command.add_flag("--companion", render.as.companion, "Add a second person who looks over the shoulder");
}

void add_pose(CLI::App& command, RenderWords& written) {
  camera::Turn& turn = written.render.turn;
  command.add_option("--standing", written.standing, list<scenario::Standing>())->capture_default_str();
  command.add_option("--yaw", turn.yaw, "Degrees that the head turns to its own left")->check(within(90));
  command.add_option("--pitch", turn.pitch, "Degrees that the head looks up")->check(within(45));
  command.add_option("--roll", turn.roll, "Degrees that the head leans to its own left shoulder")
      ->check(within(45));
}

void add_camera(CLI::App& command, RenderWords& written) {
  RenderOptions& render = written.render;
  command.add_option("--light", written.light, list<scenario::Light>())->capture_default_str();
  command.add_option("--camera", render.camera, "reader-vga or reader-720p")->capture_default_str();
  command.add_option("--seed", render.seed, "Seed of the waiting room and of the sensor's noise")
      ->capture_default_str();
}

void add_kind(CLI::App& command, RenderWords& written) {
  RenderOptions& render = written.render;
  const char* group = "Instead of the camera's picture";
  auto* photo =
      command.add_flag("--card-photo", render.card_photo, "Write the photo in the chip")->group(group);
  auto* sheet =
      command.add_option("--contact-sheet", written.sheet, "Write a sheet of pictures: " + list<Sheet>())
          ->excludes(photo)
          ->group(group);
  auto* folder = command
                     .add_option("--folder", render.folder,
                                 "Write a folder for uketsuke evaluate, of the person or of all personas")
                     ->excludes(photo)
                     ->excludes(sheet)
                     ->group(group);
  command.add_option("--images", render.images, "Number of pictures per person in the folder")
      ->check(CLI::Range(1, 999))
      ->capture_default_str()
      ->needs(folder)
      ->group(group);
  command
      .add_flag("--all-identities", render.all_identities,
                "Write the folder for every identity in identities.yaml")
      ->needs(folder)
      ->group(group);
  command.add_flag("--attacks", render.attacks, "Write presentation attacks, one folder per kind")
      ->needs(folder)
      ->group(group);
  command.add_option("-o,--out", render.out, "Output file: .png, .jpg, or .jp2 for a card's photo")
      ->excludes(folder);
}

}  // namespace

void add_render(CLI::App& program, int& exit_code) {
  auto written = std::make_shared<RenderWords>();
  written->render.camera = sim::PatientModels::kCamera;
  CLI::App* command = program.add_subcommand("render", "Draw what the reader's camera sees of a patient");
  add_person(*command, *written);
  add_pose(*command, *written);
  add_camera(*command, *written);
  add_kind(*command, *written);
  command->footer("Equal options give equal pictures, byte for byte. See docs/looking.md.");
  command->callback([written, &exit_code] {
    const RenderOptions options = checked(*written);
    const std::filesystem::path data = data_root();
    render(std::cout, {scenario::load_library(data / "scenarios").personas, data, cache_folder()}, options);
    exit_code = kPass;
  });
}

}  // namespace uketsuke::cli
