#include "camera_model/head/anatomy/head_library.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "camera_model/head/anatomy/library_data.h"
#include "camera_model/head/anatomy/parts.h"

namespace uketsuke::camera {
namespace {

[[noreturn]] void refuse(InputProblem problem, const std::string& what) {
  throw InputError(problem, {}, what);
}

std::vector<std::string> names(const Slice& slice, const char* kind) {
  std::vector<std::string> names;
  for (const Proxy& proxy : slice.proxies())
    if (proxy.kind == kind) names.push_back(proxy.name);
  return names;
}

}  // namespace

HeadLibrary::HeadLibrary(const std::filesystem::path& heads_folder)
    : data_(std::make_shared<const Data>(heads_folder)) {}
HeadLibrary::~HeadLibrary() = default;

std::shared_ptr<const Head> HeadLibrary::build(const HeadProfile& profile) const {
  if (!(profile.age >= 0.0F && profile.age <= 100.0F))
    refuse(InputProblem::bad_value, "a head is 0 to 100 years old, not " + std::to_string(profile.age));
  const Ancestry& is = profile.ancestry;
  if (!(is.asian >= 0 && is.caucasian >= 0 && is.african >= 0 && is.asian + is.caucasian + is.african > 0))
    refuse(InputProblem::bad_value, "ancestry needs shares of 0 or more, one of them more than 0");
  const auto hairs = hair_names();
  if (!profile.hair.empty() && std::find(hairs.begin(), hairs.end(), profile.hair) == hairs.end())
    refuse(InputProblem::unknown_name, "unknown hair: " + profile.hair);
  return std::make_shared<const Head>(profile, std::make_unique<const Head::Parts>(data_, profile));
}

std::vector<std::string> HeadLibrary::hair_names() const { return names(data_->slice, "hair"); }
std::vector<std::string> HeadLibrary::top_names() const { return names(data_->slice, "top"); }

}  // namespace uketsuke::camera
