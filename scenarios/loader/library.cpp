#include "scenarios/loader/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/yaml/document.h"
#include "scenarios/loader/persona/persona.h"
#include "scenarios/loader/site.h"

namespace uketsuke::scenario {

namespace fs = std::filesystem;

namespace {

template <class Thing>
std::shared_ptr<const Thing> find(const std::map<std::string, std::shared_ptr<const Thing>>& things,
                                  const yaml::Value& name, const char* kind) {
  const auto found = things.find(name.text());
  if (found != things.end()) return found->second;
  std::vector<std::string> known;
  for (const auto& [id, thing] : things) known.push_back(id);
  name.fail(InputProblem::unknown_name,
            fmt::format("unknown {} \"{}\"{}", kind, name.text(), suggestion(name.text(), known)));
}

[[noreturn]] void unreadable(const fs::path& path, const std::error_code& error) {
  throw InputError(InputProblem::unreadable, {path.string(), 0, 0},
                   fmt::format("cannot be read: {}", error.message()));
}

}  // namespace

std::shared_ptr<const Persona> Library::persona(const yaml::Value& name) const {
  return find(personas, name, "persona");
}

std::shared_ptr<const Site> Library::site(const yaml::Value& name) const { return find(sites, name, "site"); }

std::vector<fs::path> yaml_files(const fs::path& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status)) {
    throw InputError(InputProblem::unreadable, {path.string(), 0, 0}, "no such file or folder");
  }
  if (!fs::is_directory(status)) return {path};

  std::vector<fs::path> files;
  fs::recursive_directory_iterator entry(path, error);
  if (error) unreadable(path, error);
  for (; entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (error) unreadable(path, error);
    if (entry->path().extension() == ".yaml" && !entry->is_directory(error)) files.push_back(entry->path());
  }
  if (error) unreadable(path, error);
  if (files.empty()) throw InputError(InputProblem::empty, {path.string(), 0, 0}, "has no *.yaml file");
  std::sort(files.begin(), files.end());
  return files;
}

Library load_library(const fs::path& scenarios_root) {
  Library library;
  for (const fs::path& file : yaml_files(scenarios_root / "personas")) {
    auto persona = std::make_shared<const Persona>(read_persona(yaml::load_one(file), file.stem().string()));
    library.personas.emplace(persona->id, persona);
  }
  for (const fs::path& file : yaml_files(scenarios_root / "sites")) {
    auto site = std::make_shared<const Site>(read_site(yaml::load_one(file), file.stem().string()));
    library.sites.emplace(site->id, site);
  }
  return library;
}

}  // namespace uketsuke::scenario
