#include "conformance/requirements/catalogue.h"

#include <algorithm>
#include <cctype>

#include "base/yaml/document.h"

namespace uketsuke::conformance {
namespace {

/// Whether the text is capital letters, a hyphen and two digits.
bool is_id(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  if (hyphen == 0 || hyphen == std::string_view::npos || text.size() != hyphen + 3) return false;
  const auto upper = [](unsigned char c) { return c >= 'A' && c <= 'Z'; };
  const auto digit = [](unsigned char c) { return c >= '0' && c <= '9'; };
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(hyphen), upper) &&
         digit(static_cast<unsigned char>(text[hyphen + 1])) &&
         digit(static_cast<unsigned char>(text[hyphen + 2]));
}

Requirement read_requirement(const yaml::Value& value) {
  yaml::Map map = value.map();
  Requirement requirement;
  const yaml::Value id = map.required("id");
  requirement.id = id.text();
  if (!is_id(requirement.id)) {
    id.fail(InputProblem::bad_value,
            fmt::format("\"{}\" is not a requirement id (a family, a hyphen, two digits: LIMIT-02)",
                        requirement.id));
  }
  requirement.place = id.place();
  requirement.text = map.required("text").bilingual();
  requirement.requirement_class = map.required("class").one_of<record::RequirementClass>();
  requirement.source = map.required("source").text();
  requirement.certainty = map.required("certainty").one_of<Certainty>();
  requirement.checked_by = map.required("checked_by").texts();
  map.finish();
  return requirement;
}

}  // namespace

void Catalogue::add(Requirement requirement) {
  const auto [position, fresh] = index_.emplace(requirement.id, all_.size());
  if (!fresh) {
    throw InputError(InputProblem::duplicate_name, requirement.place,
                     fmt::format("requirement {} is already at {}", requirement.id,
                                 to_string(all_[position->second].place)));
  }
  all_.push_back(std::move(requirement));
}

const Requirement* Catalogue::find(std::string_view id) const {
  const auto position = index_.find(id);
  return position == index_.end() ? nullptr : &all_[position->second];
}

record::RequirementClass Catalogue::class_of(std::string_view id) const {
  const Requirement* requirement = find(id);
  return requirement ? requirement->requirement_class : record::RequirementClass::required;
}

Catalogue load_catalogue(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".yaml") files.push_back(entry->path());
  }
  if (error) {
    throw InputError(InputProblem::unreadable, {folder.string()},
                     "the folder of requirements cannot be read");
  }
  if (files.empty())
    throw InputError(InputProblem::empty, {folder.string()}, "has no *.yaml with requirements");
  std::sort(files.begin(), files.end());

  Catalogue catalogue;
  for (const auto& file : files) {
    yaml::Map document = yaml::load_one(file).map();
    for (const yaml::Value& item : document.required("requirements").items())
      catalogue.add(read_requirement(item));
    document.finish();
  }
  return catalogue;
}

}  // namespace uketsuke::conformance
