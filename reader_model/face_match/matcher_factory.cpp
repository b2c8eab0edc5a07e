#include "reader_model/face_match/matcher_factory.h"

#include <fmt/format.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/error.h"
#include "base/nearest.h"
#include "reader_model/face_engine/engine_options.h"
#include "reader_model/face_match/plugin/plugin_matcher.h"

namespace uketsuke::reader {

namespace {

namespace fs = std::filesystem;

constexpr const char* kModule = "libuketsuke_face_engines.so";

bool is_own_engine(const std::string& engine) { return from_name<face_engine::Runtime>(engine).has_value(); }

void check_engine(const std::string& engine) {
  const bool path = engine.find('/') != std::string::npos || fs::path(engine).extension() == ".so";
  if (is_own_engine(engine) || path) return;
  throw InputError(
      InputProblem::unknown_name, {"matcher", 0, 0},
      fmt::format("\"{}\" is neither opencv nor onnxruntime nor the path of a plug-in (./libmine.so){}",
                  engine, suggestion(engine, names_of<face_engine::Runtime>())));
}

}  // namespace

fs::path engines_module() {
  std::error_code error;
  if (const char* set = std::getenv("UKETSUKE_MODULES");
      set != nullptr && *set != '\0') {  // NOLINT: nobody sets it
    if (fs::exists(fs::path(set) / kModule, error)) return fs::path(set) / kModule;
    throw InputError(InputProblem::unreadable, {set, 0, 0},
                     fmt::format("has no {}; UKETSUKE_MODULES must name the folder that holds it", kModule));
  }
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& candidate : {folder / kModule, folder.parent_path() / "lib/uketsuke" / kModule}) {
    if (fs::exists(candidate, error)) return candidate;
  }
  throw InputError(
      InputProblem::unreadable, {(folder / kModule).string(), 0, 0},
      "the face engines are not built; build the target uketsuke_face_engines, or name their folder in "
      "UKETSUKE_MODULES");
}

std::string options_json(const MatcherSettings& settings) {
  nlohmann::json options = {{"models", settings.models.string()}};
  if (is_own_engine(settings.engine)) options["engine"] = settings.engine;
  for (const auto& [name, value] : settings.options) {
    if (options.contains(name)) {
      throw InputError(InputProblem::bad_value, {"matcher option", 0, 0},
                       fmt::format("\"{}\" is set by the program; leave it out", name));
    }
    options[name] = value;
  }
  return options.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::unique_ptr<FaceMatcher> load_matcher(const MatcherSettings& settings) {
  check_engine(settings.engine);
  const bool own = is_own_engine(settings.engine);
  FacePolicy policy = load_face_policy(settings.policy);
  if (settings.fmr) choose_fmr(policy, *settings.fmr);
  if (settings.threshold) choose_threshold(policy, *settings.threshold);
  if (!own && !settings.threshold) {
    throw InputError(
        InputProblem::missing_key, {settings.engine, 0, 0},
        "needs its own threshold (--matcher-threshold, -1 to 1): the policy's were measured with "
        "another embedder");
  }
  LatencyProfile latency = load_latency(settings.latency, own ? settings.engine : "plugin");
  const FacePlugin plugin = FacePlugin::open(own ? engines_module() : fs::path(settings.engine));
  return std::make_unique<PluginMatcher>(plugin, plugin.create(options_json(settings)), std::move(policy),
                                         std::move(latency));
}

}  // namespace uketsuke::reader
