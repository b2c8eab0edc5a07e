#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "scenarios/model/expectation.h"
#include "scenarios/model/persona.h"
#include "scenarios/model/service.h"
#include "scenarios/model/site.h"
#include "scenarios/model/step.h"

namespace uketsuke::scenario {

/// What a device must have for a case to make sense. Without it the case is skipped, with a message.
UKETSUKE_ENUM(Capability,
              camera,        ///< can identify by face
              pin_pad,       ///< can take a PIN
              visual_check,  ///< has 目視確認モード
              pixels,        ///< its camera can be given rendered or recorded pictures
              smartphone,    ///< has an external reader for phones
)

/// Whether the card in the patient's hand is the one that was issued to them.
UKETSUKE_ENUM(Genuineness,
              genuine,  ///< the card itself
              cloned,   ///< a copy: it has the card's files and PIN, but not its private keys
)

/// Differences from the persona and the site at the start of a case.
struct Given {
  Genuineness card = Genuineness::genuine;
  std::optional<int> pin_tries_left;               ///< 0 to 3
  std::optional<int> card_face_number_tries_left;  ///< 0 to 10
  /// Number of readings of 照合番号B that fail in each reception before one succeeds.
  int print_misreads = 0;
  std::optional<record::CertificateStatus> certificate;  ///< `suspended` or `revoked`
  std::optional<Date> certificate_expires;
  std::optional<bool> registered;
  std::optional<record::Validity> eligibility;  ///< if set, the registry's answer, whatever its history says
  std::optional<std::vector<Insurance>> insurance;  ///< what the registry stores, instead of the persona's
  /// What the registry stores, instead of the persona's.
  std::optional<std::vector<SpecificDiseaseCertificate>> specific_diseases;
  std::optional<bool> network;  ///< false: down from the start
  std::optional<Duration> network_delay;
  Duration service_clock{};  ///< of the service's clock, ahead of the true time; negative: behind
  std::optional<RevocationSource> revocation;
  StatementFault revocation_statement = StatementFault::none;
  CardPhoto card_photo;
  CameraState camera = CameraState::works;
  GivenPhone phone;
};

/// The world of a case: everything that a device is told before the case starts.
///
/// It contains neither script nor expectations, so a device cannot prepare for a verdict.
struct World {
  std::string id;  ///< id of the case: `card-pulled-before-limit-question/date=2024-10-06`
  Date date{};
  Duration time_of_day = std::chrono::hours(9);  ///< when the case begins
  std::shared_ptr<const Persona> patient;
  std::map<std::string, std::shared_ptr<const Persona>> others;  ///< further personas, by id
  std::shared_ptr<const Site> site;
  std::string reader;  ///< name of the reader profile: the scenario's, or the site's
  Vision vision = Vision::declared;
  Light light = Light::good;
  std::filesystem::path recording;  ///< if `vision` is recorded: a folder of pictures or a film
  Given given;                      ///< for `patient`
  /// Of this case. Derived from the run's seed and the id, so the order of cases does not matter.
  std::uint64_t seed = 0;

  // Hints for preparation. A device that ignores them behaves no differently.
  bool phones = false;            ///< a patient brings a phone
  std::vector<std::string> lost;  ///< personas whose card may be reported lost, each once

  DateTime start() const {
    return std::chrono::time_point_cast<std::chrono::seconds>(
        date + std::chrono::duration_cast<std::chrono::seconds>(time_of_day));
  }
};

/// One run: a scenario with a value for every axis of its matrix.
struct Case : World {
  std::string scenario;  ///< `card-pulled-before-limit-question`
  Place place;           ///< of the scenario in its file
  Text title;
  std::vector<std::string> requirements;
  std::vector<std::string> tags;
  std::vector<Capability> needs;
  /// Axis and value, in the order of the matrix.
  std::vector<std::pair<std::string, std::string>> parameters;
  Face face = Face::same;
  std::vector<Step> script;
  Expectation expect;
};

}  // namespace uketsuke::scenario
