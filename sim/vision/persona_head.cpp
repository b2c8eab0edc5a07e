#include "sim/vision/persona_head.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "base/error.h"

namespace uketsuke::sim {

namespace {

// A look-alike: another seed with a seventh of the person's face. The embedder scores it at 0.36 to 0.41,
// near the threshold; strangers score below 0.31.
constexpr std::uint32_t kKin = 0x5EED;
constexpr float kKinShare = 0.15F;

constexpr float kYoungest = 3;

}  // namespace

camera::HeadProfile head_profile(const scenario::Persona& persona, const camera::Identities& identities,
                                 int age) {
  const scenario::HeadProfile& head = persona.head;
  camera::HeadProfile profile;
  if (!head.identity.empty()) {
    try {
      profile = identities.named(head.identity);
    } catch (const std::out_of_range&) {
      throw InputError(InputProblem::unknown_name, {"scenarios/personas/" + persona.id + ".yaml", 0, 0},
                       "head: camera_model/head/identities.yaml has no identity \"" + head.identity + "\"");
    }
  } else {
    profile.seed = head.seed;
    profile.ancestry = {static_cast<float>(head.ancestry.asian), static_cast<float>(head.ancestry.caucasian),
                        static_cast<float>(head.ancestry.african)};
    profile.amplitude = static_cast<float>(head.amplitude);
    profile.hair = head.hair;
    const bool male = head.sex ? *head.sex == scenario::HeadSex::male : persona.sex == scenario::Sex::male;
    profile.sex = male ? camera::Sex::male : camera::Sex::female;
  }
  profile.age = std::max(kYoungest, static_cast<float>(age));
  return profile;
}

camera::HeadProfile stranger_to(const camera::HeadProfile& person, const camera::Identities& identities,
                                int which) {
  std::vector<camera::HeadProfile> others;
  for (const camera::Identity& identity : identities.people) {
    if (identity.profile.seed != person.seed && identity.profile.sex == person.sex)
      others.push_back(identity.profile);
  }
  std::stable_sort(others.begin(), others.end(), [&](const auto& one, const auto& other) {
    return std::abs(one.age - person.age) < std::abs(other.age - person.age);
  });
  return others.at(static_cast<std::size_t>(which));
}

camera::HeadProfile lookalike_of(const camera::HeadProfile& person) {
  camera::HeadProfile other = person;
  other.seed = person.seed + kKin;
  other.kin_seed = person.seed;
  other.kin_share = kKinShare;
  return other;
}

}  // namespace uketsuke::sim
