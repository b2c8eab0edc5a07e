#include "cli/devices.h"

#include <fmt/format.h>

#include <functional>
#include <string_view>

#include "base/error.h"
#include "harness/devices/null_device.h"
#ifdef UKETSUKE_SIMULATOR
#include "sim/session/model_source.h"
#endif

namespace uketsuke::cli {

namespace {

using Maker = std::function<std::unique_ptr<dut::DeviceSource>(const DeviceOptions&)>;

[[noreturn]] void refuse(const std::string& option, const std::string& message) {
  throw InputError(InputProblem::bad_value, {option, 0, 0}, message);
}

#ifdef UKETSUKE_SIMULATOR
std::map<std::string, std::string> matcher_options(const std::vector<std::string>& texts) {
  std::map<std::string, std::string> options;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
      refuse("--matcher-option", fmt::format("\"{}\" is not NAME=VALUE", text));
    options[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return options;
}

reader::Defect defect_named(const std::string& name) {
  if (const auto defect = from_name<reader::Defect>(name)) return *defect;
  std::vector<std::string_view> known;
  for (const auto& [defect, word] : enum_names(reader::Defect{})) known.push_back(word);
  throw InputError(InputProblem::unknown_name, {"--plant", 0, 0},
                   fmt::format("unknown defect \"{}\" (known: {})", name, fmt::join(known, ", ")));
}

std::unique_ptr<dut::DeviceSource> make_model(const DeviceOptions& options) {
  sim::ModelOptions model;
  model.data = options.data;
  model.cache = options.cache;
  model.program = "Uketsuke " UKETSUKE_VERSION;
  model.trace_secrets = options.trace_secrets;
  model.matcher.options = matcher_options(options.matcher_options);
  model.matcher.threshold = options.matcher_threshold;
  if (!options.matcher.empty()) model.matcher.engine = options.matcher;
  if (!options.plant.empty()) {
    model.defect = defect_named(options.plant);
  }
  return std::make_unique<sim::ModelSource>(std::move(model));
}
#endif

std::unique_ptr<dut::DeviceSource> make_null(const DeviceOptions& options) {
  const auto only_model = [](const char* option) { refuse(option, "only --device model reads this option"); };
  if (!options.plant.empty()) only_model("--plant");
  if (!options.matcher.empty()) only_model("--matcher");
  if (!options.matcher_options.empty()) only_model("--matcher-option");
  if (options.matcher_threshold) only_model("--matcher-threshold");
  return std::make_unique<harness::NullSource>();
}

const std::map<std::string, Maker>& makers() {
  static const std::map<std::string, Maker> all = {
#ifdef UKETSUKE_SIMULATOR
      {"model", make_model},
#endif
      {"null", make_null},
  };
  return all;
}

}  // namespace

std::vector<std::string> device_names() {
  std::vector<std::string> names;
  for (const auto& [name, maker] : makers()) names.push_back(name);
  return names;
}

std::string default_device() { return device_names().front(); }

std::unique_ptr<dut::DeviceSource> make_device(const std::string& name, const DeviceOptions& options) {
  const auto found = makers().find(name);
  if (found == makers().end()) {
    throw InputError(InputProblem::unknown_name, {"--device", 0, 0},
                     fmt::format("unknown device \"{}\" (known: {})", name, fmt::join(device_names(), ", ")));
  }
  return found->second(options);
}

}  // namespace uketsuke::cli
