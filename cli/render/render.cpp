#include "cli/render/render.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>
#include <vector>

#include "base/error.h"
#include "cli/data_root.h"
#include "cli/exit_code.h"
#include "cli/render/contact_sheet.h"
#include "cli/render/people.h"
#include "cli/render/picture_out.h"
#include "cli/render/picture_set.h"
#include "cli/render/sheets.h"
#include "cli/render/shot.h"
#include "reader_model/face_match/photo.h"
#include "reader_model/model_files/model_files.h"
#include "scenarios/loader/library.h"
#include "sim/vision/casting.h"

namespace uketsuke::cli {

namespace fs = std::filesystem;

namespace {

/// Who can be drawn, and what draws them.
struct Atelier {
  scenario::Library library;
  sim::Studio studio;
};

Atelier open_atelier(const RenderOptions& options) {
  const fs::path data = data_root();
  scenario::Library library = scenario::load_library(data / "scenarios");
  const reader::ModelFiles models(data / "models/manifest.yaml", cache_folder() / "models");
  models.verify(reader::ModelPurpose::heads);
  return {std::move(library), sim::Studio(data, models.folder(), options.camera)};
}

/// The one that was named, if one was.
std::vector<Person> named(const RenderOptions& options, const Atelier& atelier) {
  if (!options.persona.empty()) return {persona_called(options.persona, atelier.library)};
  if (!options.identity.empty())
    return {identity_called(options.identity, atelier.studio.identities(), options.day)};
  return {};
}

Shot shot_of(const RenderOptions& options) {
  Shot shot;
  shot.day = options.day;
  shot.as = options.as;
  shot.light.name = sim::light_name(options.light);
  shot.turn = options.turn;
  shot.seed = options.seed;
  return shot;
}

void draw_card_photo(const Person& person, Atelier& atelier, const fs::path& out) {
  if (!has_photo(*person)) {
    throw InputError(InputProblem::bad_value, {"--persona", 0, 0},
                     fmt::format("{} has no card with a photo", person->id));
  }
  const Bytes jp2 = atelier.studio.card_photo(*person, {});
  const camera::Image photo = reader::decode_photo(jp2);
  if (out.extension() == ".jp2")
    write_out("--out", out, jp2);
  else
    write_out("--out", out, photo);
  std::cout << fmt::format("{}: photo in the chip of {}, {} x {}, grey, {} bytes as JPEG 2000\n",
                           out.string(), person->id, photo.width, photo.height, jp2.size());
}

int draw_one(const RenderOptions& options, Atelier& atelier) {
  const std::vector<Person> people = named(options, atelier);
  if (people.empty()) {
    throw InputError(InputProblem::missing_key, {"--persona", 0, 0},
                     "say who is to be seen: --persona or --identity");
  }
  check_born(people, options.day);
  if (options.card_photo) {
    draw_card_photo(people.front(), atelier, options.out);
    return kPass;
  }
  Shot shot = shot_of(options);
  shot.person = people.front();
  const camera::Image image = take(atelier.studio, shot);
  write_out("--out", options.out, image);
  std::cout << fmt::format("{}: {} x {}, {}\n", options.out.string(), image.width, image.height,
                           people.front()->id);
  return kPass;
}

/// Who is on a sheet: the one that was named comes first.
std::vector<Person> on_sheet(const RenderOptions& options, const Atelier& atelier) {
  if (*options.sheet == Sheet::heads) return all_identities(atelier.studio.identities(), options.day);
  if (*options.sheet == Sheet::personas) return all_personas(atelier.library, options.day);
  std::vector<Person> people = named(options, atelier);
  for (const char* id : {"santos-maria", "inoue-masa", "hayashi-nozomi", "takahashi-jun", "shimizu-kaoru"}) {
    if (people.empty() || people.front()->id != id) people.push_back(persona_called(id, atelier.library));
  }
  return people;
}

int draw_sheet(const RenderOptions& options, Atelier& atelier) {
  const std::vector<Person> people = on_sheet(options, atelier);
  check_born(people, options.day);
  const SheetPlan plan = plan_sheet(*options.sheet, people, shot_of(options));
  const camera::Image sheet = contact_sheet(atelier.studio, plan.cells, plan.columns);
  write_out("--out", options.out, sheet);
  std::cout << fmt::format("{}: {} x {}, {} pictures in rows of {}\n", options.out.string(), sheet.width,
                           sheet.height, plan.cells.size(), plan.columns);
  for (const Cell& cell : plan.cells) {
    const std::string& who = cell.shot.person->id;
    std::cout << fmt::format("  {}\n", cell.label == who ? who : fmt::format("{}: {}", who, cell.label));
  }
  return kPass;
}

int fill_folder(const RenderOptions& options, Atelier& atelier) {
  std::vector<Person> people = named(options, atelier);
  if (options.all_identities) people = all_identities(atelier.studio.identities(), options.day);
  if (people.empty()) people = all_personas(atelier.library, options.day);
  check_born(people, options.day);
  begin_folder(options.folder);
  const auto write = options.attacks ? write_attacks : write_faces;
  const PictureSet set = write(atelier.studio, people, shot_of(options), options.images, options.folder);
  std::cout << fmt::format("{}: {} pictures of {} people\n", options.folder.string(), set.pictures,
                           set.people);
  if (!set.without_photo.empty())
    std::cout << fmt::format("left out, without a photo in a card: {}\n", fmt::join(set.without_photo, ", "));
  return kPass;
}

}  // namespace

int render(const RenderOptions& options) {
  if (options.folder.empty()) check_out(options.out, options.card_photo);
  Atelier atelier = open_atelier(options);
  if (!options.folder.empty()) return fill_folder(options, atelier);
  return options.sheet ? draw_sheet(options, atelier) : draw_one(options, atelier);
}

}  // namespace uketsuke::cli
