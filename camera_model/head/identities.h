#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "camera_model/head/anatomy/profile.h"

namespace uketsuke::camera {

/// A person of the list.
struct Identity {
  std::string name;
  HeadProfile profile;
};

/// Two people who are meant to be mistaken for each other.
struct Lookalikes {
  std::string name;
  HeadProfile one, other;
};

/// The people that this program ships. The face engine tells any two of `people` apart (docs/heads.md says at
/// which threshold, and what that proves); the pairs in `lookalikes` score near the threshold.
struct Identities {
  std::vector<Identity> people;
  std::vector<Lookalikes> lookalikes;

  /// @throws std::out_of_range if there is no person of that name
  const HeadProfile& named(const std::string& name) const;
};

/// Reads identities.yaml.
/// @throws InputError with the place, for an unknown key, a bad value or a duplicate name
Identities load_identities(const std::filesystem::path& path);

}  // namespace uketsuke::camera
