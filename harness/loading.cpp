#include "harness/loading.h"

namespace uketsuke::harness {

Loading load_names(const std::filesystem::path& data) {
  Loading loading{data / "scenarios/suites",
                  conformance::load_catalogue(data / "conformance/requirements"),
                  conformance::load_rules(data / "conformance/rules"),
                  scenario::load_library(data / "scenarios"),
                  {}};
  for (const conformance::Requirement& requirement : loading.catalogue.all()) {
    loading.options.known_requirements.insert(requirement.id);
  }
  // The names of reader profiles are their files' names. Reading the files would need the simulator.
  for (const auto& file : scenario::yaml_files(data / "reader_model/profiles")) {
    if (file.filename() != "releases.yaml") loading.options.known_readers.insert(file.stem().string());
  }
  loading.options.first_day = loading.rules.first_day();
  return loading;
}

std::optional<scenario::Case> CasesById::find(const std::string& id) const {
  if (index_ == nullptr) {
    auto index = std::make_unique<Index>(Index{load_names(data_), {}, {}});
    const Loading& loading = index->loading;
    index->cases = scenario::list_paths({loading.suites}, loading.library, loading.options);
    for (std::size_t i = 0; i < index->cases.size(); ++i) index->positions.emplace(index->cases.at(i).id, i);
    index_ = std::move(index);
  }
  const auto found = index_->positions.find(id);
  if (found == index_->positions.end()) return std::nullopt;
  return index_->cases.at(found->second);
}

}  // namespace uketsuke::harness
