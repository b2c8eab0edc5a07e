#include "scenarios/loader/persona/head_profile.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "scenarios/loader/words.h"

namespace uketsuke::scenario {

using yaml::Map;
using yaml::Value;

namespace {

constexpr long kLargestSeed = 1'000'000'000;

double number(const Value& value, double most, const char* what) {
  const std::string text = value.text();
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !(number >= 0 && number <= most)) {
    value.fail(InputProblem::bad_value, fmt::format("\"{}\" is not {} (0 to {})", text, what, most));
  }
  return number;
}

HeadAncestry read_ancestry(const Value& value) {
  Map map = value.map();
  HeadAncestry ancestry{0, 0, 0};
  if (const auto share = map.optional("asian")) ancestry.asian = number(*share, 1, "a share");
  if (const auto share = map.optional("caucasian")) ancestry.caucasian = number(*share, 1, "a share");
  if (const auto share = map.optional("african")) ancestry.african = number(*share, 1, "a share");
  map.finish();
  if (ancestry.asian + ancestry.caucasian + ancestry.african <= 0) {
    value.fail(InputProblem::bad_value, "an ancestry needs a share above 0: asian, caucasian or african");
  }
  return ancestry;
}

/// FNV-1a, reduced to the range of seeds allowed in a file.
std::uint32_t seed_of(const std::string& name) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char letter : name) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
  return static_cast<std::uint32_t>(hash % static_cast<std::uint64_t>(kLargestSeed));
}

}  // namespace

HeadProfile read_head(const Value& value, Sex sex) {
  HeadProfile head;
  if (!value.is_map()) {
    head.identity = name_of(value);
    return head;
  }
  Map map = value.map();
  head.seed = static_cast<std::uint32_t>(map.required("seed").integer(0, kLargestSeed));
  if (const auto own = map.optional("sex")) head.sex = own->one_of<HeadSex>();
  if (sex == Sex::other && !head.sex) {
    value.fail(InputProblem::missing_key, "a persona with \"sex: other\" needs \"sex\" under \"head\"");
  }
  if (const auto ancestry = map.optional("ancestry")) head.ancestry = read_ancestry(*ancestry);
  if (const auto amplitude = map.optional("amplitude"))
    head.amplitude = number(*amplitude, 2, "an amplitude");
  if (const auto hair = map.optional("hair")) head.hair = hair->text();
  map.finish();
  return head;
}

HeadProfile head_by_name(const std::string& persona, Sex sex) {
  HeadProfile head;
  head.seed = seed_of(persona);
  if (sex == Sex::other) head.sex = head.seed % 2 == 0 ? HeadSex::female : HeadSex::male;
  return head;
}

}  // namespace uketsuke::scenario
