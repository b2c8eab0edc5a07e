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

/// What a contact sheet shows.
enum class Sheet {
  heads,     ///< everybody of identities.yaml
  personas,  ///< every persona
  lights,    ///< four people in the four lights
  wearing,   ///< two people with what can be worn
  attacks,   ///< one person, somebody like him, and the attacks with his picture
  desk,      ///< a little of each: what a reception desk sees
};

constexpr auto enum_names(Sheet) {
  return EnumNames<Sheet, 6>{{{Sheet::heads, "heads"},
                              {Sheet::personas, "personas"},
                              {Sheet::lights, "lights"},
                              {Sheet::wearing, "wearing"},
                              {Sheet::attacks, "attacks"},
                              {Sheet::desk, "desk"}}};
}

/// What `uketsuke render` was asked for.
struct RenderOptions {
  std::string persona;  ///< one of these two, or neither
  std::string identity;
  std::string camera;  ///< empty: the readers'
  Date day = date::sys_days(date::year{2024} / 10 / 7);
  scenario::Appearance as;
  scenario::Light light = scenario::Light::good;
  camera::Turn turn;
  std::uint64_t seed = 1;
  bool card_photo = false;       ///< instead of the camera's picture
  std::optional<Sheet> sheet;    ///< instead of one picture
  std::filesystem::path folder;  ///< for `uketsuke evaluate`; empty: one picture
  int images = 10;               ///< of each person, or each person and attack
  bool all_identities = false;
  bool attacks = false;       ///< the folder is of attacks
  std::filesystem::path out;  ///< .png, .jpg, or .jp2 for a card's photo
};

/// Who can be drawn, and from what.
struct RenderSources {
  scenario::Personas personas;
  std::filesystem::path data;   ///< root of the installed data files
  std::filesystem::path cache;  ///< folder with the models
};

/// Draws what was asked for and says what it wrote. @throws InputError, SystemError
void render(std::ostream& out, const RenderSources& sources, const RenderOptions& options);

}  // namespace uketsuke::gallery
