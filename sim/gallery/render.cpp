#include "sim/gallery/render.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "base/error.h"
#include "base/model_files/model_files.h"
#include "reader_model/face_match/photo.h"
#include "sim/gallery/contact_sheet.h"
#include "sim/gallery/people.h"
#include "sim/gallery/picture_out.h"
#include "sim/gallery/picture_set.h"
#include "sim/gallery/sheets.h"
#include "sim/gallery/shot.h"
#include "sim/vision/presentations.h"

namespace uketsuke::gallery {

namespace fs = std::filesystem;

namespace {

/// The people that can be drawn, and the models that draw them.
struct RenderSession {
  std::ostream& out;
  const scenario::Personas& personas;
  sim::PatientModels patient_models;
};

sim::PatientModels load_pixels(const RenderSources& sources, const RenderOptions& options) {
  const ModelFiles models(sources.data / "models/manifest.yaml", sources.cache / "models");
  models.verify(ModelPurpose::heads);
  return sim::PatientModels(sources.data, models.folder(), options.camera);
}

/// The person named by the options, if any.
std::vector<Person> named(const RenderOptions& options, const RenderSession& session) {
  if (!options.persona.empty()) return {persona_called(options.persona, session.personas)};
  if (!options.identity.empty())
    return {identity_called(options.identity, session.patient_models.identities(), options.day)};
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

void draw_card_photo(const Person& person, RenderSession& session, const fs::path& out) {
  if (!has_photo(*person)) {
    throw InputError(InputProblem::bad_value, {"--persona", 0, 0},
                     fmt::format("{} has no card with a photo", person->id));
  }
  const Bytes jp2 = session.patient_models.card_photo(*person, {});
  const camera::Image photo = reader::decode_photo(jp2);
  if (out.extension() == ".jp2")
    write_out("--out", out, jp2);
  else
    write_out("--out", out, photo);
  session.out << fmt::format("{}: photo in the chip of {}, {} x {}, grey, {} bytes as JPEG 2000\n",
                             out.string(), person->id, photo.width, photo.height, jp2.size());
}

void draw_one(const RenderOptions& options, RenderSession& session) {
  const std::vector<Person> people = named(options, session);
  if (people.empty()) {
    throw InputError(InputProblem::missing_key, {"--persona", 0, 0},
                     "name a person with --persona or --identity");
  }
  check_born(people, options.day);
  if (options.card_photo) {
    draw_card_photo(people.front(), session, options.out);
    return;
  }
  Shot shot = shot_of(options);
  shot.person = people.front();
  const camera::Image image = take(session.patient_models, shot);
  write_out("--out", options.out, image);
  session.out << fmt::format("{}: {} x {}, {}\n", options.out.string(), image.width, image.height,
                             people.front()->id);
}

/// The people on a sheet: the named one is first.
std::vector<Person> on_sheet(const RenderOptions& options, const RenderSession& session) {
  if (*options.sheet == Sheet::heads) return all_identities(session.patient_models.identities(), options.day);
  if (*options.sheet == Sheet::personas) return all_personas(session.personas, options.day);
  std::vector<Person> people = named(options, session);
  for (const char* id : {"santos-maria", "inoue-masa", "hayashi-nozomi", "takahashi-jun", "shimizu-kaoru"}) {
    if (people.empty() || people.front()->id != id) people.push_back(persona_called(id, session.personas));
  }
  return people;
}

void draw_sheet(const RenderOptions& options, RenderSession& session) {
  const std::vector<Person> people = on_sheet(options, session);
  check_born(people, options.day);
  const SheetPlan plan = plan_sheet(*options.sheet, people, shot_of(options));
  const camera::Image sheet = contact_sheet(session.patient_models, plan.cells, plan.columns);
  write_out("--out", options.out, sheet);
  session.out << fmt::format("{}: {} x {}, {} pictures in rows of {}\n", options.out.string(), sheet.width,
                             sheet.height, plan.cells.size(), plan.columns);
  for (const Cell& cell : plan.cells) {
    const std::string& who = cell.shot.person->id;
    session.out << fmt::format("  {}\n", cell.label == who ? who : fmt::format("{}: {}", who, cell.label));
  }
}

void fill_folder(const RenderOptions& options, RenderSession& session) {
  std::vector<Person> people = named(options, session);
  if (options.all_identities) people = all_identities(session.patient_models.identities(), options.day);
  if (people.empty()) people = all_personas(session.personas, options.day);
  check_born(people, options.day);
  begin_folder(options.folder);
  const auto write = options.attacks ? write_attacks : write_faces;
  const PictureSet set =
      write(session.patient_models, people, shot_of(options), options.images, options.folder);
  session.out << fmt::format("{}: {} pictures of {} people\n", options.folder.string(), set.pictures,
                             set.people);
  if (!set.without_photo.empty())
    session.out << fmt::format("left out because they have no card with a photo: {}\n",
                               fmt::join(set.without_photo, ", "));
}

}  // namespace

void render(std::ostream& out, const RenderSources& sources, const RenderOptions& options) {
  if (options.folder.empty()) check_out(options.out, options.card_photo);
  RenderSession session{out, sources.personas, load_pixels(sources, options)};
  if (!options.folder.empty()) {
    fill_folder(options, session);
  } else if (options.sheet) {
    draw_sheet(options, session);
  } else {
    draw_one(options, session);
  }
}

}  // namespace uketsuke::gallery
