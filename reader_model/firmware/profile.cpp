#include "reader_model/firmware/profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <type_traits>
#include <utility>

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
  if (duration <= Duration::zero()) value.fail(InputProblem::bad_value, "must be longer than 0");
  return duration;
}

/// The keys of a profile, or of its link. A profile that is `like` another has only those in which it
/// differs.
class Keys {
 public:
  Keys(const yaml::Value& value, bool all) : map_(value.map()), all_(all) {}

  /// Passes the key's value to `take`, if the key is present. @throws InputError if a required key is missing
  template <class Take>
  void read(const char* key, Take&& take) {
    if (all_) return take(map_.required(key));
    if (const auto value = map_.optional(key)) take(*value);
  }

  void read(const char* key, bool& into) {
    read(key, [&](const yaml::Value& value) { into = value.boolean(); });
  }
  void read(const char* key, Duration& into) {
    read(key, [&](const yaml::Value& value) { into = value.duration(); });
  }
  void read(const char* key, int& into, long least, long most) {
    read(key, [&](const yaml::Value& value) { into = static_cast<int>(value.integer(least, most)); });
  }
  void read_positive(const char* key, Duration& into) {
    read(key, [&](const yaml::Value& value) { into = positive(value); });
  }

  void need_all() { all_ = true; }
  yaml::Map& map() { return map_; }

 private:
  yaml::Map map_;
  bool all_;
};

void read_link(const yaml::Value& value, bool all, LinkSettings& link) {
  Keys keys(value, all);
  const auto number = [&](const char* key, long most, auto& into) {
    keys.read(key, [&](const yaml::Value& found) {
      into = static_cast<std::remove_reference_t<decltype(into)>>(found.integer(0, most));
    });
  };
  keys.read("bit_rate", [&](const yaml::Value& rate) { link.bit_rate = one_of(rate, {106, 212, 424, 848}); });
  number("application_family", 0xFF, link.afi);
  keys.read("slots", [&](const yaml::Value& slots) { link.slots = one_of(slots, {1, 2, 4, 8, 16}); });
  number("extra_guard_time", 6, link.egt);
  number("retries", 100, link.retries);
  keys.read_positive("field_guard", link.field_guard);
  keys.read_positive("patience", link.patience);
  keys.map().finish();
}

/// `own_screen` or `not_asked`
bool asks_own_question(const yaml::Value& value) {
  const std::string word = value.text();
  if (word != "own_screen" && word != "not_asked")
    value.fail(InputProblem::bad_value, "expected \"own_screen\" or \"not_asked\"");
  return word == "own_screen";
}

void read_smartphone(Keys& keys, ReaderProfile& profile) {
  const bool other_has_it = profile.smartphone;
  if (const auto smartphone = keys.map().optional("smartphone")) profile.smartphone = smartphone->boolean();
  if (!profile.smartphone) return;  // the keys below are read only if there is a reader for phones
  if (!other_has_it) keys.need_all();
  keys.read_positive("phone_read_time", profile.phone_read_time);
  keys.read("phone_attempts", profile.phone_attempts, 1, 10);
  keys.read("phone_registers", profile.phone_registers);
  keys.read_positive("done_without_card", profile.limits.done_without_card);
}

/// @param profile the profile that the new one is like, or an empty one
/// @param all whether every key is required
ReaderProfile read_profile(const yaml::Value& value, ReaderProfile profile, bool all) {
  Keys keys(value, all);
  keys.map().optional("like");
  profile.name = keys.map().required("reader").text();
  profile.title = keys.map().required("title").bilingual();
  keys.read("camera", profile.camera);
  keys.read("visual_check", profile.visual_check);
  keys.read("card_travel", profile.card_travel);
  keys.read("link", [&](const yaml::Value& link) { read_link(link, all, profile.link); });
  keys.read("face_attempts", profile.face_attempts, 1, 10);
  keys.read("print_readings", profile.print_readings, 1, 10);
  keys.read_positive("picture_interval", profile.picture_interval);
  keys.read("screen_time_limit", profile.limits.screen);
  keys.read("face_time_limit", profile.limits.face);
  keys.read("notice_time", profile.limits.notice);
  keys.read("done_before_limit", profile.limits.done_before_limit);
  keys.read("card_left_after", profile.limits.card_left);
  keys.read("service_patience", profile.limits.service);
  keys.read_positive("camera_patience", profile.limits.camera);
  keys.read("consent_order", [&](const yaml::Value& order) {
    profile.consent_order.clear();
    for (const yaml::Value& screen : order.items())
      profile.consent_order.push_back(screen.one_of<record::Screen>());
  });
  keys.read("specific_disease_after_reform",
            [&](const yaml::Value& word) { profile.asks_specific_disease = asks_own_question(word); });
  keys.read("specific_disease_in_consent_all", profile.specific_disease_in_consent_all);
  keys.read("refuse_all_button", profile.refuse_all_button);
  keys.read("visual_check_asks_consent", profile.visual_check_asks_consent);
  keys.read("suspended_certificate_as_revoked", profile.suspended_certificate_as_revoked);
  read_smartphone(keys, profile);
  keys.map().finish();
  return profile;
}

/// Profiles by name. A profile that is like another starts from that one, which must have all keys.
std::map<std::string, ReaderProfile> read_profiles(const std::vector<yaml::Value>& documents) {
  std::map<std::string, ReaderProfile> profiles;
  const auto add = [&](ReaderProfile profile) {
    const std::string name = profile.name;
    profiles.emplace(name, std::move(profile));
  };
  for (const yaml::Value& document : documents) {
    if (!document.map().has("like")) add(read_profile(document, {}, true));
  }
  const std::map<std::string, ReaderProfile> whole = profiles;
  for (const yaml::Value& document : documents) {
    yaml::Map map = document.map();
    if (!map.has("like")) continue;
    const yaml::Value like = map.required("like");
    const auto other = whole.find(like.text());
    if (other == whole.end()) {
      like.fail(InputProblem::bad_value,
                fmt::format("\"{}\" is not a profile with all keys; \"like\" must name one", like.text()));
    }
    add(read_profile(document, other->second, false));
  }
  return profiles;
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
                     "no release exists on " + format_date(day) + "; the first one is from " +
                         format_date(releases.front().from));
  }
  return *std::prev(next);
}

ReaderCatalogue load_readers(const std::filesystem::path& folder) {
  ReaderCatalogue catalogue;
  catalogue.releases = read_releases(yaml::load_one(folder / "releases.yaml"));
  std::vector<yaml::Value> documents;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml" || entry.path().filename() == "releases.yaml") continue;
    documents.push_back(yaml::load_one(entry.path()));
  }
  catalogue.profiles = read_profiles(documents);
  return catalogue;
}

}  // namespace uketsuke::reader
