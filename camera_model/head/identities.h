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

/// Two people who are meant to be taken for each other.
struct Lookalikes {
  std::string name;
  HeadProfile one, other;
};

/// The people that this program ships: any two of `people` are told apart by the face engine (docs/heads.md
/// says at which threshold, and what that proves); those of `lookalikes` are near it.
struct Identities {
  std::vector<Identity> people;
  std::vector<Lookalikes> lookalikes;

  /// @throws std::out_of_range nobody of that name
  const HeadProfile& named(const std::string& name) const;
};

/// Reads identities.yaml. @throws InputError with the place: unknown key, bad value, a name twice
Identities load_identities(const std::filesystem::path& path);

}  // namespace uketsuke::camera
