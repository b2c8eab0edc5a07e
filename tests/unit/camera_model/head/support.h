#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "camera_model/head/anatomy/head_library.h"
#include "camera_model/head/anatomy/slice.h"

namespace uketsuke::camera {

/// The program's folder of heads (base/data_root.cpp).
inline std::filesystem::path heads_folder() {
  if (const char* cache = std::getenv("UKETSUKE_CACHE")) return std::filesystem::path(cache) / "models/heads";
  if (const char* cache = std::getenv("XDG_CACHE_HOME"))
    return std::filesystem::path(cache) / "uketsuke/models/heads";
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home != nullptr ? home : "") / ".cache/uketsuke/models/heads";
}

/// Read once. Fails the test, with instructions, if the heads are not set up.
inline const HeadLibrary& library() {
  static const HeadLibrary heads(heads_folder());
  return heads;
}

inline const Slice& slice() {
  static const Slice all(heads_folder());
  return all;
}

inline HeadProfile person(std::uint32_t seed, Sex sex, float age) {
  HeadProfile profile;
  profile.seed = seed;
  profile.sex = sex;
  profile.age = age;
  return profile;
}

inline const Surface* find(const Model& model, const std::string& name) {
  for (const Surface& surface : model.surfaces)
    if (surface.name == name) return &surface;
  return nullptr;
}

}  // namespace uketsuke::camera
