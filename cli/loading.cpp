#include "cli/loading.h"

namespace uketsuke::cli {

Loading load_names(const std::filesystem::path& data) {
  Loading loading{data / "scenarios/suites",
                  conformance::load_catalogue(data / "conformance/requirements"),
                  conformance::load_rules(data / "conformance/rules"),
                  scenario::load_library(data / "scenarios"),
                  {}};
  for (const conformance::Requirement& requirement : loading.catalogue.all()) {
    loading.options.known_requirements.insert(requirement.id);
  }
  // Names of reader profiles are their files' names; reading them would need the simulator.
  for (const auto& file : scenario::yaml_files(data / "reader_model/profiles")) {
    if (file.filename() != "releases.yaml") loading.options.known_readers.insert(file.stem().string());
  }
  loading.options.first_day = loading.rules.first_day();
  return loading;
}

}  // namespace uketsuke::cli
