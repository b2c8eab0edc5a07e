#include "bench/accuracy/matcher_choice.h"

#include <fmt/format.h>

#include "base/data_root.h"
#include "base/error.h"
#include "reader_model/face_match/matcher_factory.h"

namespace uketsuke::bench {

namespace {

void add_option(std::map<std::string, std::string>& options, const std::string& option) {
  const std::size_t equals = option.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw InputError(InputProblem::bad_value, {"--matcher-option", 0, 0},
                     fmt::format("\"{}\" is not KEY=VALUE", option));
  }
  const auto [at, is_new] = options.emplace(option.substr(0, equals), option.substr(equals + 1));
  if (!is_new) {
    throw InputError(InputProblem::duplicate_key, {"--matcher-option", 0, 0},
                     fmt::format("\"{}\" is given twice", at->first));
  }
}

}  // namespace

Matcher find_matcher(const MatcherChoice& choice) {
  const bool own = choice.library.empty();
  reader::MatcherSettings settings;
  settings.engine = own ? choice.engine : choice.library.string();
  settings.models = cache_folder() / "models";
  for (const std::string& option : choice.options) add_option(settings.options, option);
  return {own ? reader::engines_module() : choice.library, reader::options_json(settings)};
}

}  // namespace uketsuke::bench
