#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/yaml/value.h"
#include "scenarios/model/persona.h"
#include "scenarios/model/site.h"

namespace uketsuke::scenario {

/// The personas and sites that scenarios may name; shared by all cases, never changed.
struct Library {
  Personas personas;
  std::map<std::string, std::shared_ptr<const Site>> sites;

  /// The persona or site that this value names.
  /// @throws InputError `unknown_name` at the value, with the nearest known name.
  std::shared_ptr<const Persona> persona(const yaml::Value& name) const;
  std::shared_ptr<const Site> site(const yaml::Value& name) const;
};

/// Reads `personas/*.yaml` and `sites/*.yaml` below this folder, the name of each file being the name of what
/// is in it.
/// @throws InputError: a folder missing or empty, and everything that can be wrong in a file.
Library load_library(const std::filesystem::path& scenarios_root);

/// The files `*.yaml` below a folder, in order of their paths, or the file itself.
/// @throws InputError `unreadable`, or `empty` for a folder without such a file.
std::vector<std::filesystem::path> yaml_files(const std::filesystem::path& path);

}  // namespace uketsuke::scenario
