#include "reader_model/face_engine/engine_options.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <string>

#include "reader_model/face_engine/face_error.h"

namespace uketsuke::reader::face_engine {

namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::string& message) { throw FaceError(UKETSUKE_FACE_BAD_OPTION, message); }

std::string text(const std::string& key, const Json& value) {
  if (!value.is_string()) refuse("option \"" + key + "\": a text is expected, not " + value.dump());
  return value.get<std::string>();
}

int number(const std::string& key, const Json& value, int least, int most) {
  const std::string digits = value.is_string() ? value.get<std::string>() : value.dump();
  int result = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), result);
  if (error != std::errc() || end != digits.data() + digits.size() || result < least || result > most) {
    refuse("option \"" + key + "\": a whole number from " + std::to_string(least) + " to " +
           std::to_string(most) + " is expected, not " + value.dump());
  }
  return result;
}

template <class Choice>
Choice one_of(const std::string& key, const Json& value) {
  const std::string chosen = text(key, value);
  if (const auto choice = from_name<Choice>(chosen)) return *choice;
  const auto names = names_of<Choice>();
  static_assert(kEnumCount<Choice> == 2, "the message names two");
  refuse("option \"" + key + "\": \"" + chosen + "\" is neither \"" + names[0] + "\" nor \"" + names[1] +
         "\"");
}

void read(const std::string& key, const Json& value, EngineOptions& options) {
  if (key == "models") {
    options.models = text(key, value);
  } else if (key == "engine") {
    options.runtime = one_of<Runtime>(key, value);
  } else if (key == "detector") {
    options.detector = one_of<Detector>(key, value);
  } else if (key == "threads") {
    options.threads = number(key, value, 1, 64);
  } else if (key == "redetect") {
    options.frames_between_detections = number(key, value, 1, 1000);
  } else {
    refuse("option \"" + key + "\" is unknown (known: models, engine, detector, threads, redetect)");
  }
}

}  // namespace

EngineOptions parse_options(std::string_view json) {
  const Json object = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) refuse("the options are not a JSON object: " + std::string(json));
  EngineOptions options;
  for (const auto& [key, value] : object.items()) read(key, value, options);
  if (options.models.empty()) refuse("option \"models\" is missing: the folder of the models");
  return options;
}

}  // namespace uketsuke::reader::face_engine
