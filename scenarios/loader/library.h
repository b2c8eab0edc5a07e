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

/// The personas and sites that scenarios may name; shared by all cases, immutable.
struct Library {
  Personas personas;
  std::map<std::string, std::shared_ptr<const Site>> sites;

  /// The persona or site named by this value.
  /// @throws InputError `unknown_name` at the value, with the nearest known name.
  std::shared_ptr<const Persona> persona(const yaml::Value& name) const;
  std::shared_ptr<const Site> site(const yaml::Value& name) const;
};

/// Reads `personas/*.yaml` and `sites/*.yaml` in this folder; each file's name is the name of its persona or
/// site.
/// @throws InputError: a missing or empty folder, and every error in a file.
Library load_library(const std::filesystem::path& scenarios_root);

/// The files `*.yaml` in a folder and its subfolders, sorted by path, or the file itself.
/// @throws InputError `unreadable`, or `empty` for a folder without such a file.
std::vector<std::filesystem::path> yaml_files(const std::filesystem::path& path);

}  // namespace uketsuke::scenario
