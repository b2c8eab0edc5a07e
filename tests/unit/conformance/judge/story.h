#pragma once

#include <set>
#include <string>
#include <vector>

#include "conformance/checkers/checker.h"
#include "conformance/judge/judge.h"
#include "record/record.h"

namespace uketsuke::conformance::test {

using namespace record;

/// A record written by hand, event by event, following docs/reception-flow.md. One second passes before each
/// action of a person, 100 ms before each of the reader or the service.
class Story {
 public:
  static constexpr Duration kReader = std::chrono::milliseconds(100);
  static constexpr Duration kPerson = std::chrono::seconds(1);

  Story& event(Source source, Payload payload, Duration after = kReader);
  Story& wait(Duration duration);

  Story& arrive(const std::string& patient = "sato");
  Story& insert(const std::string& card = "sato");
  Story& screen(Screen screen, std::vector<Button> buttons = {}, std::string code = "");
  Story& touch(Button button);  ///< on the screen shown last
  Story& time_out();            ///< of the screen shown last

  Story& start(const std::string& patient = "sato");  ///< arrives, inserts, is offered face and PIN
  Story& number(SecretCheck result = SecretCheck::accepted, int tries_left = 10);
  Story& picture(FaceResult result = FaceResult::match);  ///< guide, frame, comparison
  Story& pin(SecretCheck result = SecretCheck::accepted, int tries_left = 3);
  Story& refuse(Method method, Refusal reason);
  Story& confirm(Method method);  ///< and shows `checking`
  Story& abort(AbortReason reason, Screen screen, std::string code = "");

  Story& by_face();  ///< from the choice to the confirmed identity
  Story& by_pin();

  Story& certificate(CertificateStatus status = CertificateStatus::valid);
  Story& registration(bool registered = true);
  Story& eligibility(Validity validity = Validity::valid);
  Story& service();  ///< all three answers, without anything special

  Story& record_consent(Category category, bool given);
  Story& release(Category category);
  /// Consents, releases, completion, `done`. Categories not given are refused.
  Story& complete(const std::vector<Category>& asked, const std::vector<Category>& given, bool limit_too);

  Story& take_card();  ///< and the reader wipes its data, becomes idle, and shows it
  /// Only the reader's actions after that; `offers`: buttons of `idle`.
  Story& forget(std::vector<Button> offers = {});
  Story& holder(const std::string& patient);  ///< sets whose card or phone the service's answers are about

  Record record() const;
  const std::vector<Event>& events() const { return events_; }
  std::vector<Event>& events() { return events_; }

  /// Removes the first event of a kind.
  template <class Kind>
  Story& drop() {
    for (auto event = events_.begin(); event != events_.end(); ++event) {
      if (as<Kind>(*event) == nullptr) continue;
      events_.erase(event);
      break;
    }
    return number_anew();
  }

  /// The first event of a kind, for changing it.
  template <class Kind>
  Kind& first() {
    for (Event& event : events_) {
      if (auto* payload = std::get_if<Kind>(&event.payload)) return *payload;
    }
    throw std::logic_error("no such event in the story");
  }

 private:
  std::vector<Event> events_;
  Duration now_{};
  std::string patient_ = "sato";
  std::string card_ = "sato";
  Screen shown_ = Screen::idle;

  Story& number_anew();
};

/// Categories that the stories' site asks for: medicines and health check-ups, a reader's factory setting.
inline const std::set<Category> kAsks{Category::pharmacists_info, Category::specific_health_checkups_info};
inline const std::vector<Category> kAsked{Category::pharmacists_info,
                                          Category::specific_health_checkups_info};

/// The rules and the catalogue of the repository, loaded once.
const Rules& rules();
const Catalogue& catalogue();

inline constexpr const char* kOldDay = "2024-10-06";
inline constexpr const char* kNewDay = "2024-10-07";

/// A case on a day at that site; `sato` has a standard card, `mori` one without PIN, `ito`, aged two, an
/// infant's.
scenario::Case case_on(const std::string& day, const std::string& patient = "sato");

/// One checker's findings on a record.
struct Said {
  std::vector<std::string> broken;  ///< requirements, one per finding
  std::set<std::string> exercised;
  std::vector<std::string> messages;
};

Said ask(std::string_view checker, const std::vector<Event>& events, const std::string& day,
         std::optional<Date> satos_birth = std::nullopt);
inline std::vector<std::string> broken(std::string_view checker, const Story& story,
                                       const std::string& day = kNewDay) {
  return ask(checker, story.events(), day).broken;
}

/// `REQUIREMENT message` of every finding of a verdict.
std::vector<std::string> lines(const CaseVerdict& verdict);

/// A story without faults of the reader, and its day.
struct GoodStory {
  std::string name;
  std::string day;
  Story story;
};
std::vector<GoodStory> good_stories();

}  // namespace uketsuke::conformance::test
