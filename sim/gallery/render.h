#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "camera_model/geometry/vector.h"
#include "scenarios/model/appearance.h"
#include "scenarios/model/persona.h"

namespace uketsuke::gallery {

/// The kind of contact sheet.
UKETSUKE_ENUM(Sheet,
              heads,     ///< everyone in identities.yaml
              personas,  ///< every persona
              lights,    ///< four people in the four lights
              wearing,   ///< two people with everything that can be worn
              attacks,   ///< one person, a similar person, and the attacks with the person's image
              desk,      ///< a mixture: what a reception desk sees
)

/// Options of `uketsuke render`.
struct RenderOptions {
  std::string persona;  ///< persona or identity, or neither
  std::string identity;
  std::string camera;  ///< empty: the readers' camera
  Date day = date::sys_days(date::year{2024} / 10 / 7);
  scenario::Appearance as;
  scenario::Light light = scenario::Light::good;
  camera::Turn turn;
  std::uint64_t seed = 1;
  bool card_photo = false;       ///< write the card photo instead of the camera's image
  std::optional<Sheet> sheet;    ///< write a sheet instead of one image
  std::filesystem::path folder;  ///< write a folder for `uketsuke evaluate`; empty: one image
  int images = 10;               ///< per person, or per person and attack
  bool all_identities = false;
  bool attacks = false;       ///< write a folder of attacks
  std::filesystem::path out;  ///< .png, .jpg, or .jp2 for a card photo
};

/// Where people and models come from.
struct RenderSources {
  scenario::Personas personas;
  std::filesystem::path data;   ///< root of the installed data files
  std::filesystem::path cache;  ///< folder with the models
};

/// Draws what the options request and prints what it wrote.
/// @throws InputError, SystemError
void render(std::ostream& out, const RenderSources& sources, const RenderOptions& options);

}  // namespace uketsuke::gallery
