#include "bench/accuracy/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>
#include <system_error>

#include "base/error.h"
#include "bench/accuracy/pairs_file.h"

namespace uketsuke::bench {

namespace fs = std::filesystem;

namespace {

// 100 million comparisons take days with any matcher, and their list takes a gigabyte.
constexpr std::size_t kMostComparisons = 50'000'000;

/// Per picture: whether it is a reference, if not all are.
std::vector<bool> chosen_references(const Gallery& gallery) {
  std::vector<bool> named(gallery.persons.size());
  for (const Picture& picture : gallery.pictures) {
    if (picture.named_reference) named[picture.person] = true;
  }
  std::vector<bool> references;
  std::vector<bool> has_one(gallery.persons.size());
  for (const Picture& picture : gallery.pictures) {
    const bool chosen = named[picture.person] ? picture.named_reference : !has_one[picture.person];
    if (chosen) has_one[picture.person] = true;
    references.push_back(chosen);
  }
  return references;
}

void compare_by_folders(Plan& plan, const EvaluateOptions& options) {
  const auto& pictures = plan.gallery.pictures;
  const std::vector<bool> references = chosen_references(plan.gallery);
  for (std::uint32_t a = 0; a < pictures.size(); ++a) {
    if (!options.all_against_all && !references[a]) continue;
    for (std::uint32_t b = options.all_against_all ? a + 1 : 0; b < pictures.size(); ++b) {
      if (!options.all_against_all && references[b]) continue;
      plan.comparisons.push_back({a, b, pictures[a].person == pictures[b].person, 0});
    }
    if (plan.comparisons.size() > kMostComparisons) {
      throw InputError(InputProblem::too_large, {options.folder.string(), 0, 0},
                       fmt::format("{} pictures give more than {} comparisons; list some with --pairs",
                                   pictures.size(), kMostComparisons));
    }
  }
}

/// Finds FOLDER/name/name_0001.*
/// @returns nothing if there is no such image
std::optional<fs::path> numbered_picture(const fs::path& folder, const std::string& name, int number) {
  const std::string stem = fmt::format("{}_{:04}", name, number);
  for (const std::string_view ending : kPictureEndings) {
    const fs::path path = folder / name / (stem + std::string(ending));
    std::error_code error;
    if (fs::is_regular_file(path, error)) return path;
  }
  return std::nullopt;
}

/// Finds the images of a pairs file, each once.
class PairPictures {
 public:
  PairPictures(Gallery& gallery, fs::path folder) : gallery_(gallery), folder_(std::move(folder)) {}

  std::optional<std::uint32_t> find(const std::string& name, int number) {
    const auto known = pictures_.find({name, number});
    if (known != pictures_.end()) return known->second;
    const auto path = numbered_picture(folder_, name, number);
    if (!path) return std::nullopt;
    const auto [person, is_new] = persons_.emplace(name, gallery_.persons.size());
    if (is_new) gallery_.persons.push_back(name);
    const auto index = static_cast<std::uint32_t>(gallery_.pictures.size());
    gallery_.pictures.push_back({*path, name + "/" + path->filename().string(), person->second, false});
    return pictures_[{name, number}] = index;
  }

 private:
  Gallery& gallery_;
  fs::path folder_;
  std::map<std::pair<std::string, int>, std::uint32_t> pictures_;
  std::map<std::string, std::size_t> persons_;
};

/// One message for all pairs that lack an image: the user repairs them together.
[[noreturn]] void refuse_missing(const std::vector<std::string>& missing) {
  constexpr std::size_t kNamed = 20;
  std::string text;
  for (std::size_t i = 1; i < std::min(kNamed, missing.size()); ++i) text += "\n" + missing[i];
  if (missing.size() > kNamed) text += fmt::format("\n... and {} more", missing.size() - kNamed);
  const std::size_t colon = missing.front().find(": ");
  throw InputError(InputProblem::unknown_name, {missing.front().substr(0, colon), 0, 0},
                   missing.front().substr(colon + 2) + text + "\nuse --skip-missing to leave out such pairs");
}

void compare_by_pairs(Plan& plan, const EvaluateOptions& options) {
  const PairsFile file = read_pairs(options.pairs);
  std::error_code error;
  if (!fs::is_directory(options.folder, error)) {
    throw InputError(InputProblem::unreadable, {options.folder.string(), 0, 0},
                     "is not a folder of pictures");
  }
  PairPictures pictures(plan.gallery, options.folder);
  plan.folds = file.folds;
  for (const NamedPair& pair : file.pairs) {
    const auto first = pictures.find(pair.first_name, pair.first_number);
    const auto second = pictures.find(pair.second_name, pair.second_number);
    if (first && second) {
      plan.comparisons.push_back({*first, *second, pair.same(), pair.fold});
      continue;
    }
    const auto& [name, number] =
        first ? std::tie(pair.second_name, pair.second_number) : std::tie(pair.first_name, pair.first_number);
    plan.left_out.push_back(fmt::format("{}:{}:1: no picture {}/{}_{:04}.jpg (or .png) in {}",
                                        options.pairs.string(), pair.line, name, name, number,
                                        options.folder.string()));
  }
  if (!plan.left_out.empty() && !options.skip_missing) refuse_missing(plan.left_out);
}

void draw_impostors(Plan& plan, std::size_t wanted, std::uint64_t seed) {
  std::vector<std::size_t> impostors;
  for (std::size_t i = 0; i < plan.comparisons.size(); ++i) {
    if (!plan.comparisons[i].genuine) impostors.push_back(i);
  }
  if (wanted == 0 || impostors.size() <= wanted) return;
  std::vector<bool> keep(plan.comparisons.size());
  for (std::size_t i = 0; i < plan.comparisons.size(); ++i) keep[i] = plan.comparisons[i].genuine;
  // Implemented here: std::shuffle and std::uniform_int_distribution differ between standard libraries.
  std::mt19937_64 random(seed);
  for (std::size_t i = 0; i < wanted; ++i) {
    std::swap(impostors[i], impostors[i + random() % (impostors.size() - i)]);
    keep[impostors[i]] = true;
  }
  std::vector<Comparison> kept;
  for (std::size_t i = 0; i < plan.comparisons.size(); ++i) {
    if (keep[i]) kept.push_back(plan.comparisons[i]);
  }
  plan.comparisons = std::move(kept);
}

void require_both_kinds(const Plan& plan, const fs::path& folder) {
  if (plan.gallery.persons.size() < 2) {
    throw InputError(InputProblem::empty, {folder.string(), 0, 0},
                     fmt::format("pictures of {} person{} only: impostor comparisons need two persons",
                                 plan.gallery.persons.size(), plan.gallery.persons.size() == 1 ? "" : "s"));
  }
  const auto genuine = std::count_if(plan.comparisons.begin(), plan.comparisons.end(),
                                     [](const Comparison& comparison) { return comparison.genuine; });
  if (genuine == 0) {
    throw InputError(
        InputProblem::empty, {folder.string(), 0, 0},
        "no person has two pictures: genuine comparisons need a reference and a probe of one person");
  }
  if (static_cast<std::size_t>(genuine) == plan.comparisons.size()) {
    throw InputError(InputProblem::empty, {folder.string(), 0, 0}, "gives no comparison of two persons");
  }
}

}  // namespace

Plan make_plan(const EvaluateOptions& options) {
  Plan plan;
  if (options.pairs.empty()) {
    plan.gallery = read_gallery(options.folder);
    compare_by_folders(plan, options);
  } else {
    compare_by_pairs(plan, options);
  }
  require_both_kinds(plan, options.folder);
  draw_impostors(plan, options.max_impostors, options.seed);
  plan.references.resize(plan.gallery.pictures.size());
  plan.probes.resize(plan.gallery.pictures.size());
  for (const Comparison& comparison : plan.comparisons) {
    plan.references[comparison.reference] = true;
    plan.probes[comparison.probe] = true;
  }
  return plan;
}

}  // namespace uketsuke::bench
