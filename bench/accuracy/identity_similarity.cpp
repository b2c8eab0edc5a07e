// Measures how similar the people of camera_model/head/identities.yaml are to the face engine's embedder, and
// chooses people who are not similar: docs/heads.md.
//
//   identity_similarity HEADS MODELS list YAML               statistics of the list, and its look-alikes
//   identity_similarity HEADS MODELS choose THRESHOLD FIRST LAST [YAML]
//                                         the largest set found of candidates FIRST to LAST, as YAML; if a
//                                         list is given, people are added to it
//   identity_similarity HEADS MODELS choose-japanese THRESHOLD FIRST LAST [YAML]
//                                         like choose; all candidates are Japanese, of the personas' ages
//   identity_similarity HEADS MODELS choose-others THRESHOLD FIRST LAST [YAML]
//                                         like choose; no candidate is wholly Japanese
//   identity_similarity HEADS MODELS sheet PNG YAML          what the embedder sees, in rows of eight
//
// A person is photographed as for a card: frontal, at rest, grey.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iterator>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <string>
#include <vector>

#include "camera_model/head/anatomy/head_library.h"
#include "camera_model/head/draw.h"
#include "camera_model/head/identities.h"
#include "camera_model/render/png_file.h"
#include "camera_model/render/raster/rasteriser.h"
#include "camera_model/render/shading/srgb.h"
#include "reader_model/face_engine/aligner.h"
#include "reader_model/face_engine/detection/landmark_finder.h"
#include "reader_model/face_engine/detection/rfb_detector.h"
#include "reader_model/face_engine/embedder.h"
#include "reader_model/face_engine/networks/engine_networks.h"

namespace {

using namespace uketsuke::camera;
using namespace uketsuke::reader::face_engine;

/// A photo booth and the engine stages up to the template.
class PatientModels {
 public:
  PatientModels(const char* heads, const char* models) : library_(heads) {
    EngineOptions options;
    options.models = models;
    options.runtime = Runtime::onnxruntime;
    EngineNetworks networks = open_networks(options);
    detector_ = std::make_unique<RfbDetector>(std::move(networks.detector));
    landmarks_ = std::make_unique<LandmarkFinder>(std::move(networks.landmark));
    embedder_ = std::make_unique<Embedder>(std::move(networks.feature));
    wall_.resize(kWidth, kHeight);
    std::fill(wall_.pixels.begin(), wall_.pixels.end(), 0.55F);
  }

  /// @returns nothing if no face is found
  std::optional<Template> template_of(const HeadProfile& profile) {
    const Image photo = photograph(profile);
    const cv::Mat picture(photo.height, photo.width, CV_8UC1, const_cast<std::uint8_t*>(photo.pixels.data()));
    detector_->find(picture, found_);
    if (found_.empty()) return std::nullopt;
    const cv::Mat* chip = aligner_.align(picture, landmarks_->find(picture, found_.front().box));
    if (chip == nullptr) return std::nullopt;
    Template made;
    embedder_->embed(*chip, made);
    return made;
  }

  /// The face is about 280 pixels wide.
  Image photograph(const HeadProfile& profile) {
    const Model model = library_.build(profile)->model(Attire{}, Expression{});
    Illumination light;
    light.lights.push_back({{-350, 300, -250}, {0.50F, 0.49F, 0.48F}, 900, 0.5F, false});
    light.lights.push_back({{420, 120, -300}, {0.22F, 0.22F, 0.23F}, 900, 0.5F, false});
    light.sky = {0.20F, 0.20F, 0.20F};
    light.floor = {0.09F, 0.09F, 0.09F};
    ViewCamera camera;
    camera.width = kWidth;
    camera.height = kHeight;
    camera.focal_px = 1900;
    camera.centre = {kWidth / 2.0F, kHeight * 0.47F};
    rasteriser_.begin(camera, light);
    rasteriser_.draw(model, placed({}, {0, 0, -950}));
    rasteriser_.finish(wall_, radiance_);
    Image grey = Image::blank(kWidth, kHeight, 1);
    for (std::size_t i = 0; i < grey.pixels.size(); ++i) {
      const float* p = &radiance_.pixels[3 * i];
      grey.pixels[i] = encoded_of(0.2126F * p[0] + 0.7152F * p[1] + 0.0722F * p[2]);
    }
    return grey;
  }

  static constexpr int kWidth = 480, kHeight = 600;

 private:
  HeadLibrary library_;
  Rasteriser rasteriser_;
  Radiance wall_, radiance_;
  std::unique_ptr<RfbDetector> detector_;
  std::unique_ptr<LandmarkFinder> landmarks_;
  std::unique_ptr<Embedder> embedder_;
  Aligner aligner_;
  std::vector<FoundFace> found_;
};

/// Sex and age (October 2024) of the shipped personas, for whom the Japanese candidates are meant.
constexpr std::pair<Sex, int> kPersonas[] = {
    {Sex::female, 29}, {Sex::female, 23}, {Sex::male, 46},   {Sex::male, 3},    {Sex::female, 44},
    {Sex::female, 1},  {Sex::female, 56}, {Sex::female, 74}, {Sex::male, 71},   {Sex::female, 87},
    {Sex::male, 39},   {Sex::female, 90}, {Sex::female, 33}, {Sex::female, 39}, {Sex::female, 45},
    {Sex::male, 51},   {Sex::male, 36},   {Sex::female, 26}, {Sex::male, 86},   {Sex::male, 34}};

/// The person for a number: ages 6 to 90, as many women as men, most or all of them Japanese.
HeadProfile candidate(std::uint32_t number, const std::string& who) {
  const bool japanese = who == "choose-japanese";
  const Draw draw(number);
  HeadProfile profile;
  profile.seed = number;
  profile.sex = draw.even("candidate-sex") < 0.5F ? Sex::female : Sex::male;
  profile.age = static_cast<float>(6 + draw.pick("candidate-age", 85));
  if (japanese) {
    const auto& [sex, age] = kPersonas[draw.pick("candidate-persona", std::size(kPersonas))];
    profile.sex = sex;
    profile.age = static_cast<float>(age);
  }
  const float drawn = draw.even("candidate-ancestry");
  const float where = japanese ? 0.0F : who == "choose-others" ? 0.8F + 0.2F * drawn : drawn;
  if (where > 0.94F) {
    profile.ancestry = {0.1F, 0, 0.9F};
  } else if (where > 0.87F) {
    profile.ancestry = {0, 1, 0};
  } else if (where > 0.80F) {
    profile.ancestry = {0.5F, 0.5F, 0};
  }
  // In hundredths, so that the printed value is exactly the measured one.
  profile.amplitude = static_cast<float>(85 + draw.pick("candidate-amplitude", 36)) / 100.0F;
  return profile;
}

void print(const char* indent, const std::string& name, const HeadProfile& p) {
  std::printf("%s- { name: %s, seed: %u, sex: %s, age: %g", indent, name.c_str(), p.seed,
              p.sex == Sex::female ? "female" : "male", static_cast<double>(p.age));
  if (p.ancestry.asian < 1)
    std::printf(", ancestry: { asian: %g, caucasian: %g, african: %g }",
                static_cast<double>(p.ancestry.asian), static_cast<double>(p.ancestry.caucasian),
                static_cast<double>(p.ancestry.african));
  std::printf(", amplitude: %.2f", static_cast<double>(p.amplitude));
  if (!p.hair.empty()) std::printf(", hair: %s", p.hair.c_str());
  std::printf(" }\n");
}

/// For each template, the templates that are too similar to it.
using Conflicts = std::vector<std::vector<std::size_t>>;

Conflicts conflicts(const std::vector<Template>& all, float threshold) {
  Conflicts near(all.size());
  for (std::size_t a = 0; a < all.size(); ++a)
    for (std::size_t b = a + 1; b < all.size(); ++b)
      if (similarity(all[a], all[b]) >= threshold) {
        near[a].push_back(b);
        near[b].push_back(a);
      }
  return near;
}

/// Finds a large set without a conflict: greedily, then by many single exchanges (one in, the one in conflict
/// with it out), filling each free place. The first `fixed` stay in.
class Selection {
 public:
  Selection(const Conflicts& near, std::size_t fixed)
      : near_(near), fixed_(fixed), in_(near.size()), held_(near.size()) {}

  std::vector<std::size_t> run(std::uint32_t steps) {
    for (std::size_t i = 0; i < fixed_; ++i) add(i);
    fill(0);
    std::vector<bool> best = in_;
    std::size_t most = size_;
    std::vector<std::uint32_t> barred(near_.size());
    for (std::uint32_t step = 1; step <= steps; ++step) {
      const std::size_t from = Draw(step).pick("exchange", near_.size());
      for (std::size_t k = 0; k < near_.size(); ++k) {
        const std::size_t i = (from + k) % near_.size();
        if (in_[i] || held_[i] != 1 || barred[i] > step) continue;
        for (const std::size_t other : near_[i]) {
          if (!in_[other] || other < fixed_) continue;
          remove(other);
          barred[other] = step + 7;
          add(i);
          break;
        }
        break;
      }
      fill(step);
      if (size_ > most) {
        most = size_;
        best = in_;
      }
    }
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < best.size(); ++i)
      if (best[i]) chosen.push_back(i);
    return chosen;
  }

 private:
  void add(std::size_t i) {
    if (in_[i] || held_[i] > 0) return;
    in_[i] = true;
    ++size_;
    for (const std::size_t other : near_[i]) ++held_[other];
  }
  void remove(std::size_t i) {
    in_[i] = false;
    --size_;
    for (const std::size_t other : near_[i]) --held_[other];
  }
  /// Adds candidates with the fewest conflicts first.
  void fill(std::uint32_t step) {
    std::vector<std::pair<std::size_t, std::size_t>> free;
    for (std::size_t i = 0; i < near_.size(); ++i)
      if (!in_[i] && held_[i] == 0) free.emplace_back(near_[i].size() + Draw(step).pick("fill", 5), i);
    std::sort(free.begin(), free.end());
    for (const auto& [cost, i] : free) add(i);
  }

  const Conflicts& near_;
  std::size_t fixed_;
  std::vector<bool> in_;
  std::vector<int> held_;  ///< number of set members in conflict with each
  std::size_t size_ = 0;
};

int list(PatientModels& patient_models, const char* file) {
  const Identities identities = load_identities(file);
  std::vector<Template> all;
  for (const Identity& one : identities.people) {
    const auto made = patient_models.template_of(one.profile);
    if (!made) {
      std::printf("no face found: %s\n", one.name.c_str());
      return 1;
    }
    all.push_back(*made);
  }
  std::vector<float> values;
  float most = -1;
  std::pair<std::size_t, std::size_t> nearest;
  for (std::size_t a = 0; a < all.size(); ++a)
    for (std::size_t b = a + 1; b < all.size(); ++b) {
      values.push_back(similarity(all[a], all[b]));
      if (values.back() > most) {
        most = values.back();
        nearest = {a, b};
      }
    }
  std::sort(values.begin(), values.end());
  double sum = 0;
  for (const float value : values) sum += static_cast<double>(value);
  std::printf("people %zu, pairs %zu: mean %.3f, median %.3f, p99 %.3f, most %.3f (%s, %s)\n", all.size(),
              values.size(), sum / static_cast<double>(values.size()),
              static_cast<double>(values[values.size() / 2]),
              static_cast<double>(values[values.size() * 99 / 100]), static_cast<double>(most),
              identities.people[nearest.first].name.c_str(), identities.people[nearest.second].name.c_str());
  for (const Lookalikes& pair : identities.lookalikes) {
    const auto one = patient_models.template_of(pair.one);
    const auto other = patient_models.template_of(pair.other);
    if (!one || !other) return 1;
    std::printf("look-alikes %s: %.3f\n", pair.name.c_str(), static_cast<double>(similarity(*one, *other)));
  }
  return 0;
}

int choose(PatientModels& patient_models, const std::string& who, float threshold, std::uint32_t first,
           std::uint32_t last, const char* file) {
  std::vector<Identity> candidates;
  if (file != nullptr) candidates = load_identities(file).people;
  const std::size_t fixed = candidates.size();
  for (std::uint32_t number = first; number <= last; ++number)
    candidates.push_back({"p" + std::to_string(number), candidate(number, who)});
  std::vector<Template> all;
  std::vector<Identity> seen;
  for (const Identity& one : candidates)
    if (const auto made = patient_models.template_of(one.profile)) {
      all.push_back(*made);
      seen.push_back(one);
    }
  const Conflicts near = conflicts(all, threshold);
  const auto chosen = Selection(near, fixed).run(40'000);
  std::printf("# %zu of %zu candidates (%zu with a face found), pairwise below %.3f\n", chosen.size(),
              candidates.size(), seen.size(), static_cast<double>(threshold));
  for (const std::size_t i : chosen) print("  ", seen[i].name, seen[i].profile);
  return 0;
}

int sheet(PatientModels& patient_models, const char* png, const char* file) {
  const Identities identities = load_identities(file);
  constexpr int kColumns = 8, kScale = 3;
  const int width = PatientModels::kWidth / kScale, height = PatientModels::kHeight / kScale;
  const int rows = (static_cast<int>(identities.people.size()) + kColumns - 1) / kColumns;
  Image out = Image::blank(kColumns * width, rows * height, 1);
  for (std::size_t i = 0; i < identities.people.size(); ++i) {
    Image photo = patient_models.photograph(identities.people[i].profile);
    const cv::Mat from(photo.height, photo.width, CV_8UC1, photo.pixels.data());
    cv::Mat to(out.height, out.width, CV_8UC1, out.pixels.data());
    const int at = static_cast<int>(i);
    cv::Mat tile = to(cv::Rect(at % kColumns * width, at / kColumns * height, width, height));
    cv::resize(from, tile, tile.size(), 0, 0, cv::INTER_AREA);
  }
  write_png(png, out);
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc >= 5) {
    PatientModels patient_models(argv[1], argv[2]);
    if (std::strcmp(argv[3], "list") == 0) return list(patient_models, argv[4]);
    if (std::strcmp(argv[3], "sheet") == 0 && argc == 6) return sheet(patient_models, argv[4], argv[5]);
    if (std::strncmp(argv[3], "choose", 6) == 0 && argc >= 7)
      return choose(patient_models, argv[3], std::strtof(argv[4], nullptr),
                    static_cast<std::uint32_t>(std::atol(argv[5])),
                    static_cast<std::uint32_t>(std::atol(argv[6])), argc > 7 ? argv[7] : nullptr);
  }
  std::fprintf(stderr,
               "usage: identity_similarity HEADS MODELS list YAML | choose[-japanese|-others] THRESHOLD "
               "FIRST LAST [YAML] | "
               "sheet PNG YAML\n");
  return 2;
} catch (const std::exception& error) {
  std::fprintf(stderr, "identity_similarity: %s\n", error.what());
  return 2;
}
