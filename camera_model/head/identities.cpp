#include "camera_model/head/identities.h"

#include <cstdlib>
#include <set>
#include <stdexcept>

#include "base/yaml/document.h"

namespace uketsuke::camera {
namespace {

using yaml::Map;
using yaml::Value;

constexpr long kLargestSeed = 1'000'000'000;

/// @param least, most  range of plausible values
float number(const Value& value, float least, float most) {
  const std::string text = value.text();
  char* end = nullptr;
  const float number = std::strtof(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !(number >= least && number <= most))
    value.fail(InputProblem::bad_value, "\"" + text + "\" is not a number in the range of this key");
  return number;
}

Sex sex_of(const Value& value) {
  if (const auto sex = from_name<Sex>(value.text())) return *sex;
  value.fail(InputProblem::bad_value, "expected female or male, found \"" + value.text() + "\"");
}

Ancestry ancestry_of(const Value& value) {
  Map map = value.map();
  Ancestry ancestry{0, 0, 0};
  if (const auto share = map.optional("asian")) ancestry.asian = number(*share, 0, 1);
  if (const auto share = map.optional("caucasian")) ancestry.caucasian = number(*share, 0, 1);
  if (const auto share = map.optional("african")) ancestry.african = number(*share, 0, 1);
  map.finish();
  if (ancestry.asian + ancestry.caucasian + ancestry.african <= 0)
    value.fail(InputProblem::bad_value, "ancestry needs a share of more than 0");
  return ancestry;
}

HeadProfile profile_of(Map& map) {
  HeadProfile profile;
  profile.seed = static_cast<std::uint32_t>(map.required("seed").integer(0, kLargestSeed));
  profile.sex = sex_of(map.required("sex"));
  profile.age = number(map.required("age"), 0, 100);
  if (const auto value = map.optional("ancestry")) profile.ancestry = ancestry_of(*value);
  if (const auto value = map.optional("amplitude")) profile.amplitude = number(*value, 0, 2);
  if (const auto value = map.optional("hair")) profile.hair = value->text();
  if (const auto value = map.optional("kin")) {
    Map kin = value->map();
    profile.kin_seed = static_cast<std::uint32_t>(kin.required("seed").integer(0, kLargestSeed));
    profile.kin_share = number(kin.required("share"), 0, 1);
    kin.finish();
  }
  map.finish();
  return profile;
}

HeadProfile profile_of(const Value& value) {
  Map map = value.map();
  return profile_of(map);
}

}  // namespace

const HeadProfile& Identities::named(const std::string& name) const {
  for (const Identity& one : people)
    if (one.name == name) return one.profile;
  throw std::out_of_range("unknown identity: " + name);
}

Identities load_identities(const std::filesystem::path& path) {
  Map map = yaml::load_one(path).map();
  Identities identities;
  std::set<std::string> names;
  const auto fresh = [&names](const Value& value) {
    const std::string name = value.text();
    if (!names.insert(name).second)
      value.fail(InputProblem::duplicate_name, "\"" + name + "\" appears twice");
    return name;
  };
  for (const Value& item : map.required("people").items()) {
    Map person = item.map();
    std::string name = fresh(person.required("name"));
    identities.people.push_back({std::move(name), profile_of(person)});
  }
  for (const Value& item : map.required("lookalikes").items()) {
    Map pair = item.map();
    std::string name = fresh(pair.required("name"));
    identities.lookalikes.push_back(
        {std::move(name), profile_of(pair.required("one")), profile_of(pair.required("other"))});
    pair.finish();
  }
  map.finish();
  return identities;
}

}  // namespace uketsuke::camera
