#include "scenarios/loader/scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scenarios/loader/expectation.h"
#include "scenarios/loader/matrix.h"
#include "scenarios/loader/script/given.h"
#include "scenarios/loader/script/script.h"
#include "scenarios/loader/seed.h"
#include "scenarios/loader/site.h"
#include "scenarios/loader/substitute.h"
#include "scenarios/loader/words.h"

namespace uketsuke::scenario {

using yaml::Map;
using yaml::Value;

namespace {

/// Collects phones that the script holds up, and cards that it reports lost.
void note_what_script_brings(Case& test_case) {
  std::string present = test_case.patient->id;
  for (const Step& step : test_case.script) {
    test_case.phones = test_case.phones || std::holds_alternative<step::HoldPhone>(step.action);
    if (const auto* next = std::get_if<step::NextPatient>(&step.action)) present = next->persona;
    if (!std::holds_alternative<step::ReportLost>(step.action)) continue;
    if (std::find(test_case.lost.begin(), test_case.lost.end(), present) == test_case.lost.end())
      test_case.lost.push_back(present);
  }
}

void check_known(const Value& value, const std::string& word, const std::set<std::string>& known,
                 const char* kind) {
  if (known.empty() || known.count(word) != 0) return;
  const std::vector<std::string> words(known.begin(), known.end());
  value.fail(InputProblem::unknown_name,
             fmt::format("unknown {} \"{}\"{}", kind, word, suggestion(word, words)));
}

/// Parses `09:00` or `09:00:30`.
Duration time_of_day(const Value& value) {
  const std::string text = value.text();
  const bool seconds = text.size() == 8;
  bool good = (text.size() == 5 || seconds) && text[2] == ':' && (!seconds || text[5] == ':');
  int parts[3] = {0, 0, 0};
  for (int i = 0; good && i < (seconds ? 3 : 2); ++i) {
    const std::string two = text.substr(static_cast<std::size_t>(3 * i), 2);
    good = all_digits(two);
    if (good) parts[i] = (two[0] - '0') * 10 + (two[1] - '0');
  }
  if (!good || parts[0] > 23 || parts[1] > 59 || parts[2] > 59) {
    value.fail(InputProblem::bad_value,
               fmt::format("\"{}\" is not a time of day (write \"09:00\", in quotes)", text));
  }
  return std::chrono::hours(parts[0]) + std::chrono::minutes(parts[1]) + std::chrono::seconds(parts[2]);
}

}  // namespace

/// A scenario whose keys are all known, before the matrix is expanded.
class Scenario {
 public:
  Scenario(const Value& document, const Library& library, const LoadOptions& options)
      : library_(library), options_(options), map_(document.map()) {
    common_.place = document.place();
    common_.scenario = name_of(map_.required("scenario"));
    common_.title = map_.required("title").bilingual();
    if (const auto ids = map_.optional("requirements")) read_requirements(*ids);
    if (const auto tags = map_.optional("tags")) common_.tags = tags->texts();
    if (const auto needs = map_.optional("needs")) {
      const auto words = set_of<Capability>(*needs);
      common_.needs.assign(words.begin(), words.end());
    }
    if (const auto vision = map_.optional("vision")) common_.vision = vision->one_of<Vision>();
    if (const auto recording = map_.optional("recording")) read_recording(document, *recording);
    if ((common_.vision == Vision::recorded) != !common_.recording.empty()) {
      document.fail(
          InputProblem::missing_key,
          "\"vision: recorded\" and \"recording:\" (a folder of pictures or a film) need each other");
    }
    if (const auto matrix = map_.optional("matrix")) matrix_ = read_matrix(*matrix);
    for (const std::string& key : names_of<SettingKey>()) read_setting(key);
    given_ = map_.optional("given");
    script_ = map_.required("script");
    expect_ = map_.required("expect");
    map_.finish();
    check_axes();
    for (const char* key : {"date", "patient", "site"}) {
      if (!is_axis(key)) map_.required(key);
    }
  }

  std::size_t size() const { return combination_count(matrix_); }
  Case at(std::size_t index) const { return settle(combination(matrix_, index)); }

 private:
  const Library& library_;
  const LoadOptions& options_;
  Map map_;
  Case common_;
  Matrix matrix_;
  std::map<std::string, Value> settings_;  ///< top-level keys that an axis could set
  std::optional<Value> given_;
  std::optional<Value> script_;
  std::optional<Value> expect_;

  void read_requirements(const Value& ids) {
    for (const Value& id : ids.items()) {
      check_known(id, id.text(), options_.known_requirements, "requirement");
      common_.requirements.push_back(id.text());
    }
  }

  /// Reads a recording; a relative path is relative to the suite's folder.
  void read_recording(const Value& document, const Value& recording) {
    common_.recording = std::filesystem::path(document.place().file).parent_path() / recording.text();
    if (!std::filesystem::exists(common_.recording)) {
      recording.fail(InputProblem::unreadable,
                     fmt::format("\"{}\" does not exist", common_.recording.string()));
    }
  }

  bool is_axis(const std::string& key) const {
    for (const Axis& axis : matrix_) {
      if (axis.name == key) return true;
    }
    return false;
  }

  void read_setting(const std::string& key) {
    const auto value = map_.optional(key);
    if (!value) return;
    if (is_axis(key)) {
      value->fail(InputProblem::duplicate_key,
                  fmt::format("\"{}\" is both here and in the matrix; remove one of them", key));
    }
    settings_.emplace(key, *value);
  }

  void check_axes() const {
    std::set<std::string> used;
    if (given_) collect_uses(*given_, matrix_, used);
    collect_uses(*script_, matrix_, used);
    collect_uses(*expect_, matrix_, used);
    collect_selectors(*expect_, matrix_, used);
    for (const Axis& axis : matrix_) {
      if (from_name<SettingKey>(axis.name) || used.count(axis.name) != 0) continue;
      const auto key = nearest(axis.name, names_of<SettingKey>());
      axis.key.fail(InputProblem::unknown_key,
                    fmt::format("the axis \"{}\" is not used ({})", axis.name,
                                key ? fmt::format("did you mean \"{}\"?", *key)
                                    : fmt::format("write ${{{}}} where its value is wanted", axis.name)));
    }
  }

  /// The value of a key that an axis may set.
  std::optional<Value> setting(const std::string& key, const Parameters& parameters) const {
    for (const auto& [name, value] : parameters) {
      if (name == key) return value;
    }
    const auto found = settings_.find(key);
    if (found == settings_.end()) return std::nullopt;
    return found->second;
  }

  void set_world(Case& test_case, const Parameters& parameters) const {
    const Value date = *setting("date", parameters);
    test_case.date = date.date();
    if (options_.first_day && test_case.date < *options_.first_day) {
      date.fail(InputProblem::bad_value,
                fmt::format("{} is before the first rule, which begins on {}", format_date(test_case.date),
                            format_date(*options_.first_day)));
    }
    if (const auto time = setting("time", parameters)) test_case.time_of_day = time_of_day(*time);
    test_case.patient = library_.persona(*setting("patient", parameters));
    const Value site = *setting("site", parameters);
    test_case.site = library_.site(site);
    if (const auto asks = setting("asks", parameters)) {
      auto switched = std::make_shared<Site>(*test_case.site);
      switched->asks = read_switches(*asks);
      test_case.site = std::move(switched);
    }
    test_case.reader = test_case.site->reader;
    const auto reader = setting("reader", parameters);
    if (reader) test_case.reader = reader->text();
    check_known(reader ? *reader : site, test_case.reader, options_.known_readers, "reader");
    if (const auto face = setting("face", parameters)) test_case.face = face->one_of<Face>();
    if (const auto light = setting("light", parameters)) {
      test_case.light = light->one_of<Light>();
      if (test_case.vision != Vision::rendered) {
        light->fail(InputProblem::bad_value, "light needs \"vision: rendered\"");
      }
    }
  }

  Case settle(const Parameters& parameters) const {
    Case test_case = common_;
    for (const auto& [name, value] : parameters) test_case.parameters.emplace_back(name, value.text());
    test_case.id = common_.scenario;
    if (!parameters.empty()) test_case.id += '/' + describe(parameters);
    test_case.seed = case_seed(options_.seed, test_case.id);
    set_world(test_case, parameters);
    const bool pixels = test_case.vision != Vision::declared;
    if (given_) test_case.given = read_given(substitute(*given_, parameters), *test_case.patient, pixels);
    Script script = read_script(substitute(*script_, parameters), test_case.patient, library_, pixels);
    test_case.script = std::move(script.steps);
    test_case.others = std::move(script.others);
    note_what_script_brings(test_case);
    test_case.expect =
        read_expectation(substitute(select_by_axis(*expect_, matrix_, parameters), parameters));
    return test_case;
  }
};

ScenarioCases::ScenarioCases(const Value& document, const Library& library, const LoadOptions& options)
    : scenario_(std::make_shared<const Scenario>(document, library, options)) {
  for (std::size_t index = 0; index < size(); ++index) scenario_->at(index);
}

std::size_t ScenarioCases::size() const { return scenario_->size(); }

Case ScenarioCases::at(std::size_t index) const { return scenario_->at(index); }

std::vector<Case> read_scenario(const Value& document, const Library& library, const LoadOptions& options) {
  const ScenarioCases scenario(document, library, options);
  std::vector<Case> cases;
  for (std::size_t index = 0; index < scenario.size(); ++index) cases.push_back(scenario.at(index));
  return cases;
}

}  // namespace uketsuke::scenario
