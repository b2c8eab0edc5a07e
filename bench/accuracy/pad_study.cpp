// Measures how well the reader's two tests against presentation attacks tell people from images:
// docs/face-policy.md.
//
//   pad_study MODELS choose|score|confirm [onnxruntime|opencv [DUMP]]
//
// `choose` uses the people with an even number in camera_model/head/identities.yaml, on whom the thresholds
// were chosen; `score` uses those with an odd number, on whom the thresholds were scored and then slightly
// adjusted; `confirm` uses people from no list, on whom nothing was chosen. DUMP receives the landmarks of
// all frames.
//
// Each presentation is a stream of rendered frames at the reader's rate. In it, a person, or an image in an
// attacker's hand, stands still and then turns to both sides as `turn_head` asks. The shipped policy judges
// it three times: by liveness alone, by parallax alone, by both. Similarity is ignored: all faces count as
// matching.
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/enum_names.h"
#include "camera_model/head/anatomy/head_library.h"
#include "camera_model/head/identities.h"
#include "camera_model/rendered/rendered_source.h"
#include "camera_model/scene/attack.h"
#include "camera_model/scene/portrait.h"
#include "camera_model/sensor/camera_profile.h"
#include "reader_model/face_engine/face_engine.h"
#include "reader_model/face_match/plugin/plugin_matcher.h"
#include "reports/accuracy/wilson.h"
#include "sim/personalisation/photo/jpeg_2000.h"

namespace {

using namespace uketsuke;
using reader::face_engine::FaceEngine;
using std::chrono::milliseconds;

// ---- the engine behind the plug-in interface; each frame is measured once for all three judges ----

struct Desk {
  std::unique_ptr<FaceEngine> engine;
  std::map<std::pair<std::int64_t, std::uint32_t>, std::vector<uketsuke_face_observation>> seen;
};

Desk& desk() {
  static Desk desk;
  return desk;
}

std::int32_t create(const char*, uketsuke_face** instance, char*, std::size_t) {
  *instance = reinterpret_cast<uketsuke_face*>(&desk());
  return UKETSUKE_FACE_OK;
}

std::int32_t enrol(uketsuke_face*, const uketsuke_face_image*, char*, std::size_t) {
  return UKETSUKE_FACE_OK;
}

const std::vector<uketsuke_face_observation>& seen_in(const uketsuke_face_image& frame,
                                                      std::uint32_t wanted) {
  const auto key = std::make_pair(frame.number, wanted);
  const auto known = desk().seen.find(key);
  if (known != desk().seen.end()) return known->second;
  std::vector<uketsuke_face_observation> faces(8);
  faces.resize(
      desk().engine->analyse(&frame, wanted, faces.data(), static_cast<std::uint32_t>(faces.size())));
  return desk().seen[key] = std::move(faces);
}

std::int32_t analyse(uketsuke_face*, const uketsuke_face_image* frame, std::uint32_t wanted,
                     uketsuke_face_observation* faces, std::uint32_t capacity, std::uint32_t* count, char*,
                     std::size_t) {
  constexpr std::uint32_t kLeftOut = UKETSUKE_FACE_TRACK | UKETSUKE_FACE_SIMILARITY;
  const auto& seen = seen_in(*frame, wanted & ~kLeftOut);
  *count = std::min(capacity, static_cast<std::uint32_t>(seen.size()));
  std::copy_n(seen.begin(), *count, faces);
  for (std::uint32_t i = 0; i < *count; ++i) faces[i].similarity = 1;
  return UKETSUKE_FACE_OK;
}

void wipe(uketsuke_face*) {}
void destroy(uketsuke_face*) {}

const uketsuke_face_plugin kTable = {UKETSUKE_FACE_PLUGIN_ABI,
                                     sizeof(uketsuke_face_plugin),
                                     "uketsuke",
                                     "study",
                                     create,
                                     enrol,
                                     analyse,
                                     wipe,
                                     destroy,
                                     nullptr,
                                     nullptr,
                                     nullptr};

// ---- presentations ----

UKETSUKE_ENUM(Kind, live UKETSUKE_NAME("person"), glasses UKETSUKE_NAME("person, glasses"),
              sheet UKETSUKE_NAME("printed sheet"), outline UKETSUKE_NAME("cut-out photo"),
              filling UKETSUKE_NAME("filling photo"), bent UKETSUKE_NAME("bent photo"), tablet,
              wall UKETSUKE_NAME("filling screen"))

bool is_attack(Kind kind) { return kind != Kind::live && kind != Kind::glasses; }

const std::vector<float>& amplitudes(Kind kind) {
  static const std::vector<float> people = {15, 18, 21};
  static const std::vector<float> attackers = {10, 14, 18, 22, 25, 32};
  return is_attack(kind) ? attackers : people;
}
constexpr std::size_t kEach = 2;  // presentations of a kind per person

constexpr int kPrintWidth = 480, kPrintHeight = 600;  // print size of the scenarios' attackers
constexpr float kBend = 130;                          // in mm

camera::Model picture_of(const camera::Head& head, Kind kind) {
  const camera::Model model = head.model({}, {});
  const auto shot = camera::portrait_shot(model, kPrintWidth, kPrintHeight);
  const camera::ShownPicture picture{
      std::make_shared<const camera::Image>(camera::portrait_cutout(model, kPrintWidth, kPrintHeight)),
      shot.eyes, shot.width_mm};
  camera::PrintedPhoto photo;
  camera::ScreenReplay screen;
  if (kind == Kind::outline) photo.cut = camera::PhotoCut::outline;
  if (kind == Kind::filling) photo.cut = camera::PhotoCut::filling;
  if (kind == Kind::bent) photo.bend_radius_mm = kBend;
  if (kind == Kind::wall) screen.device = camera::ScreenDevice::wall;
  return kind == Kind::tablet || kind == Kind::wall ? camera::screen_replay(picture, screen)
                                                    : camera::printed_photo(picture, photo);
}

// Age of the youngest patient, as in sim/vision/persona_head.cpp; smaller heads have to come nearer.
constexpr float kYoungest = 3;

constexpr Duration kStart = milliseconds(1000);  // stands still; a reader has voted by then
constexpr Duration kTurn = milliseconds(1500);   // to one side and back, as in sim/vision/guided_patient.cpp
constexpr Duration kRound = milliseconds(3600);  // both sides and a pause
constexpr int kRounds = 1;
constexpr Duration kEnd = kStart + kRounds * kRound;
constexpr Duration kFrame = milliseconds(66);  // every other frame: what a reader can process

camera::Presentation presentation(const std::shared_ptr<const camera::Head>& head, Kind kind, float degrees,
                                  std::uint64_t seed) {
  camera::Presentation who;
  if (is_attack(kind)) {
    who.prop = std::make_shared<const camera::Model>(picture_of(*head, kind));
  } else {
    who.head = head;
    if (kind == Kind::glasses) who.attire.glasses = camera::Glasses::clear;
  }
  who.movement.seed = seed;
  for (int round = 0; round < kRounds; ++round) {
    const Duration at = kStart + round * kRound;
    who.movement.turns.push_back({at, kTurn, {degrees, 0, 0}});
    who.movement.turns.push_back({at + kTurn, kTurn, {-degrees, 0, 0}});
  }
  return who;
}

// ---- judges ----

enum Judge : std::size_t { by_liveness, by_parallax, by_both, kJudges };

class Study {
 public:
  Study(const std::filesystem::path& models, const std::string& engine)
      : root_(UKETSUKE_SOURCE_DIR),
        library_(models / "heads"),
        chain_(camera::load_cameras(root_ / "camera_model/sensor/cameras.yaml").at("reader-vga"), 1),
        plugin_(&kTable, "pad_study") {
    reader::face_engine::EngineOptions options;
    options.models = models;
    options.runtime =
        engine == "opencv" ? reader::face_engine::Runtime::opencv : reader::face_engine::Runtime::onnxruntime;
    desk().engine = std::make_unique<FaceEngine>(options);
    const auto policy = reader::load_face_policy(root_ / "reader_model/face_match/policy/face_policy.yaml");
    const auto latency = reader::load_latency(root_ / "reader_model/face_match/policy/latency.yaml", engine);
    for (std::size_t judge = 0; judge < kJudges; ++judge) {
      reader::FacePolicy own = policy;
      own.liveness_required = judge != by_parallax;
      own.parallax.required = judge != by_liveness;
      judges_[judge] = std::make_unique<reader::PluginMatcher>(plugin_, plugin_.create("{}"), own, latency);
      judges_[judge]->enrol(photo_);
    }
  }

  camera::Identities people() const {
    return camera::load_identities(root_ / "camera_model/head/identities.yaml");
  }
  std::shared_ptr<const camera::Head> build(const camera::HeadProfile& profile) const {
    return library_.build(profile);
  }

  void dump_to(const char* file) { dump_.open(file); }

  /// @returns which judges accepted it as the person
  std::array<bool, kJudges> present(const std::string& name, const camera::Presentation& who, float degrees) {
    camera::RenderedSource stage(chain_, {}, who.movement.seed);
    stage.enter({who});
    desk().seen.clear();
    std::array<bool, kJudges> accepted{};
    std::array<bool, kJudges> decided{};
    std::int64_t number = 0;
    for (Duration at{}; at < kEnd; at += kFrame) {
      if (!dump_.is_open() && decided[by_liveness] && decided[by_parallax] && decided[by_both]) break;
      camera::Frame frame;
      frame.number = number += 2;
      frame.exposed = at;
      frame.image = stage.expose(frame.number, at).image;
      for (std::size_t judge = 0; judge < kJudges; ++judge) {
        if (decided[judge]) continue;
        const auto result = judges_[judge]->judge(frame).result;
        decided[judge] = result != record::FaceResult::no_face;
        accepted[judge] = result == record::FaceResult::match;
      }
      if (dump_.is_open()) dump(name, degrees, frame, stage.pose(at));
    }
    for (auto& judge : judges_) {
      judge->wipe();
      judge->enrol(photo_);
    }
    return accepted;
  }

 private:
  std::filesystem::path root_;
  camera::HeadLibrary library_;
  camera::ImagingChain chain_;
  reader::FacePlugin plugin_;
  std::array<std::unique_ptr<reader::PluginMatcher>, kJudges> judges_;
  Bytes photo_ = personalisation::encode_jp2({64, 64, Bytes(static_cast<std::size_t>(64) * 64, 99)}, 2);
  std::ofstream dump_;

  void dump(const std::string& name, float degrees, const camera::Frame& frame, const camera::Pose& pose) {
    uketsuke_face_image image{};
    image.pixels = frame.image->pixels.data();
    image.width = frame.image->width;
    image.height = frame.image->height;
    image.stride = frame.image->width * frame.image->channels;
    image.format = UKETSUKE_FACE_RGB8;
    image.number = frame.number;
    const auto& faces = seen_in(image, UKETSUKE_FACE_LANDMARKS);
    if (faces.empty()) return;
    dump_ << name << ' ' << degrees << ' ' << frame.number << ' ' << pose.turn.yaw;
    for (const auto& point : faces[0].landmarks) dump_ << ' ' << point.x << ' ' << point.y;
    dump_ << '\n';
  }
};

std::string rate(const accuracy::Count& count) {
  const accuracy::Interval interval = accuracy::wilson(count);
  char text[64];
  std::snprintf(text, sizeof text, "%4zu/%-4zu %5.1f %% (%.1f-%.1f)", count.errors, count.trials,
                100 * count.rate(), 100 * interval.low, 100 * interval.high);
  return text;
}

/// People from no list, from age 8, so that no head is too small for the distance gate.
std::vector<camera::Identity> strangers() {
  constexpr std::uint32_t kCount = 24, kFirstSeed = 700'001, kSpread = 37;
  std::vector<camera::Identity> people;
  for (std::uint32_t i = 0; i < kCount; ++i) {
    camera::HeadProfile profile;
    profile.seed = kFirstSeed + i;
    profile.sex = i % 2 == 0 ? camera::Sex::female : camera::Sex::male;
    profile.age = static_cast<float>(8 + i * kSpread % 80);
    people.push_back({"stranger-" + std::to_string(i + 1), profile});
  }
  return people;
}

std::vector<camera::Identity> people_of(const std::string& purpose, const Study& study) {
  if (purpose == "confirm") return strangers();
  std::vector<camera::Identity> people;
  const std::vector<camera::Identity> all = study.people().people;
  for (std::size_t i = purpose == "score" ? 1 : 0; i < all.size(); i += 2) people.push_back(all[i]);
  return people;
}

int run(const char* models, const std::string& purpose, const std::string& engine, const char* dump) {
  Study study(models, engine);
  if (dump != nullptr) study.dump_to(dump);
  const std::vector<camera::Identity> people = people_of(purpose, study);
  std::map<Kind, std::array<accuracy::Count, kJudges>> errors;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const std::size_t number = purpose == "confirm" ? i : 2 * i + (purpose == "score" ? 1 : 0);
    camera::HeadProfile profile = people[i].profile;
    profile.age = std::max(kYoungest, profile.age);
    const auto head = study.build(profile);
    for (const auto& [kind, name] : enum_names(Kind{})) {
      const auto k = static_cast<std::size_t>(kind);
      const auto& degrees = amplitudes(kind);
      for (std::size_t n = 0; n < kEach; ++n) {
        const float by = degrees[(i + k + n * degrees.size() / kEach) % degrees.size()];
        const auto accepted = study.present(std::to_string(number) + ' ' + std::to_string(k),
                                            presentation(head, kind, by, 1000 * number + 10 * k + n), by);
        for (std::size_t judge = 0; judge < kJudges; ++judge) {
          accuracy::Count& error = errors[kind][judge];
          ++error.trials;
          if (accepted[judge] == is_attack(kind)) ++error.errors;
        }
        if (accepted[by_both] == is_attack(kind)) {
          std::printf("wrong by both tests: %s, %s, turned by %g degrees\n", people[i].name.c_str(),
                      std::string(name).c_str(), static_cast<double>(by));
        }
      }
    }
  }
  std::printf("\n%s: %zu people, engine %s; errors by liveness alone, parallax alone, both (95 %% Wilson)\n",
              purpose.c_str(), people.size(), engine.c_str());
  for (const auto& [kind, name] : enum_names(Kind{})) {
    std::printf("%s %-16s", is_attack(kind) ? "APCER" : "BPCER", std::string(name).c_str());
    for (const accuracy::Count& error : errors[kind]) std::printf("  %s", rate(error).c_str());
    std::printf("\n");
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string purpose = argc >= 3 ? argv[2] : "";
  if (argc < 3 || argc > 5 || (purpose != "choose" && purpose != "score" && purpose != "confirm")) {
    std::fprintf(stderr, "usage: pad_study MODELS choose|score|confirm [onnxruntime|opencv [DUMP]]\n");
    return 2;
  }
  return run(argv[1], purpose, argc > 3 ? argv[3] : "onnxruntime", argc > 4 ? argv[4] : nullptr);
} catch (const std::exception& error) {
  std::fprintf(stderr, "pad_study: %s\n", error.what());
  return 2;
}
