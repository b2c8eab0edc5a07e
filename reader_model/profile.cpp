#include "reader_model/profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "base/yaml/document.h"

namespace uketsuke::reader {

namespace {

unsigned one_of(const yaml::Value& value, std::initializer_list<long> known) {
  const long number = value.integer(0, *std::prev(known.end()));
  if (std::find(known.begin(), known.end(), number) == known.end()) {
    value.fail(InputProblem::bad_value, fmt::format("must be one of {}", fmt::join(known, ", ")));
  }
  return static_cast<unsigned>(number);
}

Duration positive(const yaml::Value& value) {
  const Duration duration = value.duration();
  if (duration <= Duration::zero()) value.fail(InputProblem::bad_value, "must be longer than nothing");
  return duration;
}

LinkSettings read_link(const yaml::Value& value) {
  yaml::Map map = value.map();
  LinkSettings link;
  link.bit_rate = one_of(map.required("bit_rate"), {106, 212, 424, 848});
  link.afi = static_cast<std::uint8_t>(map.required("application_family").integer(0, 0xFF));
  link.slots = one_of(map.required("slots"), {1, 2, 4, 8, 16});
  link.egt = static_cast<unsigned>(map.required("extra_guard_time").integer(0, 6));
  link.retries = static_cast<unsigned>(map.required("retries").integer(0, 100));
  link.field_guard = positive(map.required("field_guard"));
  link.patience = positive(map.required("patience"));
  map.finish();
  return link;
}

/// `own_screen` or `not_asked`
bool asks_own_question(const yaml::Value& value) {
  const std::string word = value.text();
  if (word != "own_screen" && word != "not_asked")
    value.fail(InputProblem::bad_value, "from the reform on it is \"own_screen\" or \"not_asked\"");
  return word == "own_screen";
}

ReaderProfile read_profile(const yaml::Value& value) {
  yaml::Map map = value.map();
  ReaderProfile profile;
  profile.name = map.required("reader").text();
  profile.title = map.required("title").bilingual();
  profile.camera = map.required("camera").boolean();
  profile.visual_check = map.required("visual_check").boolean();
  profile.card_travel = map.required("card_travel").duration();
  profile.link = read_link(map.required("link"));
  profile.face_attempts = static_cast<int>(map.required("face_attempts").integer(1, 10));
  profile.print_readings = static_cast<int>(map.required("print_readings").integer(1, 10));
  profile.picture_interval = positive(map.required("picture_interval"));
  profile.limits.screen = map.required("screen_time_limit").duration();
  profile.limits.face = map.required("face_time_limit").duration();
  profile.limits.notice = map.required("notice_time").duration();
  profile.limits.done_before_limit = map.required("done_before_limit").duration();
  profile.limits.card_left = map.required("card_left_after").duration();
  profile.limits.service = map.required("service_patience").duration();
  profile.limits.camera = positive(map.required("camera_patience"));
  for (const yaml::Value& screen : map.required("consent_order").items()) {
    profile.consent_order.push_back(screen.one_of<record::Screen>());
  }
  profile.asks_specific_disease = asks_own_question(map.required("specific_disease_after_reform"));
  profile.specific_disease_in_consent_all = map.required("specific_disease_in_consent_all").boolean();
  profile.refuse_all_button = map.required("refuse_all_button").boolean();
  profile.visual_check_asks_consent = map.required("visual_check_asks_consent").boolean();
  profile.suspended_certificate_as_revoked = map.required("suspended_certificate_as_revoked").boolean();
  if (const auto smartphone = map.optional("smartphone")) profile.smartphone = smartphone->boolean();
  if (profile.smartphone) {  // what only a reader of phones has
    profile.phone_read_time = positive(map.required("phone_read_time"));
    profile.phone_attempts = static_cast<int>(map.required("phone_attempts").integer(1, 10));
    profile.phone_registers = map.required("phone_registers").boolean();
    profile.limits.done_without_card = positive(map.required("done_without_card"));
  }
  map.finish();
  return profile;
}

std::vector<Release> read_releases(const yaml::Value& value) {
  yaml::Map map = value.map();
  std::vector<Release> releases;
  for (const yaml::Value& item : map.required("releases").items()) {
    yaml::Map fields = item.map();
    Release release{fields.required("from").date(),
                    fields.required("consent_all").boolean(),
                    fields.required("limit_screen").boolean(),
                    fields.required("prescription_form").boolean(),
                    fields.required("disease_after_limit").boolean(),
                    fields.required("smartphone").boolean()};
    fields.finish();
    if (!releases.empty() && release.from <= releases.back().from) {
      item.fail(InputProblem::bad_value, "a release must be later than the one before it");
    }
    releases.push_back(release);
  }
  map.finish();
  if (releases.empty()) value.fail(InputProblem::empty, "no release");
  return releases;
}

}  // namespace

const Release& ReaderCatalogue::release_on(Date day) const {
  const auto next =
      std::find_if(releases.begin(), releases.end(), [&](const Release& r) { return r.from > day; });
  if (next == releases.begin()) {
    throw InputError(InputProblem::bad_value, {"reader_model/profiles/releases.yaml", 0, 0},
                     "no reader was in operation on " + format_date(day) + "; the first release is of " +
                         format_date(releases.front().from));
  }
  return *std::prev(next);
}

ReaderCatalogue load_readers(const std::filesystem::path& folder) {
  ReaderCatalogue catalogue;
  catalogue.releases = read_releases(yaml::load_one(folder / "releases.yaml"));
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml" || entry.path().filename() == "releases.yaml") continue;
    ReaderProfile profile = read_profile(yaml::load_one(entry.path()));
    catalogue.profiles.emplace(profile.name, profile);
  }
  return catalogue;
}

}  // namespace uketsuke::reader
